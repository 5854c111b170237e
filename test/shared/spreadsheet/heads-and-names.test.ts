import { describe, expect, test } from 'vitest';
import { pastedCells } from '../../../shared/spreadsheet/pasted.ts';
import { readList } from '../../../shared/spreadsheet/read-list.ts';
import type { WorksheetCell, WorksheetCells } from '../../../shared/spreadsheet/worksheet.ts';
import { goodRows, listOf } from './support/lists.ts';

const table = (text: string): WorksheetCells =>
  text.split('\n').map((line) => line.split('|').map((cell): WorksheetCell => (cell.trim() === '' ? null : cell.trim())));
const oneShop = table('STT|Tên cơ sở|Số nhà|QR\n1|Phở Hương|12|x');

describe('the street of a list', () => {
  const streetUnder = (...titles: WorksheetCell[]) => listOf([...titles.map((title) => [title]), ...oneShop]).street;

  test.each([
    ['Tuyến đường thanh toán không dùng tiền mặt: Đinh Tiên Hoàng', 'Đinh Tiên Hoàng'],
    ['DANH SÁCH CƠ SỞ KINH DOANH TRÊN TUYẾN ĐƯỜNG ĐIỆN BIÊN PHỦ', 'Điện Biên Phủ'],
    ['TUYẾN PHỐ KHÔNG DÙNG TIỀN MẶT LÊ LỢI, PHƯỜNG MINH KHAI NĂM 2023', 'Lê Lợi'],
    ['Tuyến phố văn minh, thanh toán không tiền mặt Lê Quý Đôn', 'Lê Quý Đôn'],
    ['Danh sách hộ kinh doanh phố Tam Bạc (từ số 1 đến số 99)', 'Tam Bạc'],
    ['Danh sach ho kinh doanh duong Dien Bien Phu', 'Dien Bien Phu'],
    ['DANH SÁCH TIỂU THƯƠNG CHỢ SẮT PHƯỜNG PHAN BỘI CHÂU', 'Chợ Sắt'],
    ['Danh sách tiểu thương tại chợ Sắt', 'Chợ Sắt'],
    ['Tuyến: Bà Huyện Thanh Quan', 'Bà Huyện Thanh Quan'],
    ['DANH SÁCH HỘ KINH DOANH TỔ DÂN PHỐ SỐ 5 THÀNH PHỐ HẢI PHÒNG', undefined],
    ['Thực hiện tuyến đường thanh toán không dùng tiền mặt', undefined],
  ])('in the title "%s"', (title, street) => {
    expect(streetUnder('UBND THÀNH PHỐ HẢI PHÒNG', title)).toBe(street);
  });

  test.each([
    ['Điện Biên Phủ', 'Điện Biên Phủ', 'street'],
    ['Đường Lê Lợi', 'Lê Lợi', 'street'],
    ['DS Tam Bạc 2023', 'Tam Bạc', 'street'],
    ['Chợ Sắt', 'Chợ Sắt', 'market'],
    ['Sheet1', undefined, 'street'],
    ['Danh sách', undefined, 'street'],
    ['P. Minh Khai', undefined, 'street'],
    ['Tổng hợp 2023', undefined, 'street'],
    ['ha-ly_ha-ly', undefined, 'street'],
  ])('in the name of the sheet "%s"', (name, street, kind) => {
    const list = listOf(oneShop, name);
    expect({ street: list.street, kind: list.kind }).toEqual({ street, kind });
  });

  test('is that of its column before that of the title, and that of the title before that of the sheet', () => {
    const withColumn = table('Đường Lê Lợi\nSTT|Tên cơ sở|Số nhà|Tuyến đường\n1|Phở Hương|12|Đường TRẦN PHÚ\n2|Vải Yến|14|Trần Phú');
    expect(listOf(withColumn, 'Đường Tam Bạc').streets).toEqual([{ name: 'Trần Phú', kind: 'street', rows: 2 }]);
    expect(listOf([['Đường Lê Lợi'], ...oneShop], 'Đường Tam Bạc').street).toBe('Lê Lợi');
  });
});

test.each([
  ['ỦY BAN NHÂN DÂN PHƯỜNG HOÀNG VĂN THỤ', 'Hoàng Văn Thụ'],
  ['UBND phường Minh Khai', 'Minh Khai'],
  ['Danh sách trên địa bàn phường Minh Khai, quận Hồng Bàng', 'Minh Khai'],
  ['TRÊN ĐỊA BÀN PHƯỜNG QUÁN TOAN NĂM 2023', 'Quán Toan'],
  ['UBND XÃ AN HƯNG', 'An Hưng'],
  ['Đơn vị: Phường 5', '5'],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', undefined],
  ['Phường đã vận động 20 hộ', undefined],
])('the ward of "%s"', (title, ward) => {
  expect(listOf([[title], ...oneShop]).ward).toBe(ward);
});

describe('the columns', () => {
  test('that no field takes are told with their heads', () => {
    const list = listOf(
      table(
        'STT|Tên cơ sở|Số nhà|Tiền mặt|Email|Doanh thu|Diện tích (m2)|Chủ tài khoản|Chưa ký cam kết\n1|Phở Hương|12|x|a@b.vn|5|20|LE THI HUONG|x',
      ),
    );
    expect(list.unmapped.map(({ head }) => head)).toEqual([
      'Tiền mặt',
      'Email',
      'Doanh thu',
      'Diện tích (m2)',
      'Chủ tài khoản',
      'Chưa ký cam kết',
    ]);
    expect(list.totals).toMatchObject({ cashless: 0, commitment: 0 });
  });

  test('that a person chose are read in place of those found', () => {
    const cells = table('STT|Tên cơ sở|Biển hiệu|Số nhà|Cột A|Cột B\n1|Hộ Lê Thị Hương|Phở Hương|12|x|MoMo');
    expect(goodRows(listOf(cells))[0]?.details).toMatchObject({ name: 'Hộ Lê Thị Hương', methods: [] });
    const chosen = listOf(cells, 'DS', { name: 2, place: 3, card: 4, wallet: 5 });
    expect(goodRows(chosen)[0]?.details).toMatchObject({
      name: 'Phở Hương',
      place: '12',
      methods: [{ method: 'CARD_POS' }, { method: 'EWALLET', provider: 'MOMO' }],
    });
    expect(chosen.mapping).toEqual({ name: 2, place: 3, card: 4, wallet: 5 });
    expect(chosen.unmapped).toEqual([
      { column: 0, head: 'STT' },
      { column: 1, head: 'Tên cơ sở' },
    ]);
  });

  test('that a person chose make a list of cells without heads', () => {
    const cells = pastedCells('1\tPhở Hương\t12\t0904123456\tx\n2\tVải Yến\t14\t\t');
    expect(readList({ name: 'Pasted', cells })).toEqual({ isList: false, sheet: 'Pasted', because: 'no-head' });
    const list = listOf(cells, 'Pasted', { stt: 0, name: 1, place: 2, phone: 3, qr: 4 });
    expect(list.rows.map((row) => row.row)).toEqual([1, 2]);
    expect(list.totals).toMatchObject({ good: 2, qr: 1 });
  });

  test('chosen outside the sheet, or for a field that does not exist, are ignored', () => {
    expect(listOf(oneShop, 'DS', { name: 1, place: 2, phone: 99, nonsense: 3, constructor: 1 }).mapping).toEqual({
      name: 1,
      place: 2,
      phone: 99,
    });
    expect(readList({ name: 'DS', cells: oneShop }, { mapping: { place: 2 } })).toMatchObject({ isList: false, because: 'no-name-column' });
  });

  test('"Loại hình kinh doanh" is the type or the trade, as its cells say', () => {
    const heads = 'STT|Tên cơ sở|Số nhà|Loại hình kinh doanh';
    expect(goodRows(listOf(table(`${heads}\n1|Phở Hương|12|HKD`)))[0]?.details.type).toBe('household');
    expect(goodRows(listOf(table(`${heads}\n1|Phở Hương|12|Ăn uống`)))[0]?.details.category).toBe('Ăn uống');
  });

  test('"Tài khoản ngân hàng" is an account or a tick, as its cells say', () => {
    const heads = 'STT|Tên cơ sở|Số nhà|Tài khoản ngân hàng';
    expect(listOf(table(`${heads}\n1|Phở Hương|12|x`)).mapping).toMatchObject({ qr: 3 });
    expect(listOf(table(`${heads}\n1|Phở Hương|12|0071000123456`)).mapping).toMatchObject({ account: 3 });
  });

  test('households listed by their owners have their owners for names', () => {
    expect(goodRows(listOf(table('STT|Họ và tên chủ hộ|Số nhà|QR\n1|Lê Thị Hương|12|x')))[0]?.details.name).toBe('Lê Thị Hương');
  });

  test('for cash are no cashless method, also under a group of methods', () => {
    const list = listOf(table('STT|Tên cơ sở|Số nhà|Hình thức thanh toán|||\n|||Chuyển khoản|Thẻ|Tiền mặt|Khác\n1|Phở Hương|12|||x|'));
    expect(list.totals).toMatchObject({ cashless: 0 });
    expect(list.unmapped).toEqual([{ column: 5, head: 'Tiền mặt' }]);
  });

  test('in three rows of heads belong to the nearest group', () => {
    const list = listOf(
      table(
        'STT|Tên cơ sở|Số nhà|Phương thức thanh toán||||\n|||Ngân hàng||Khác||\n|||Tên|Số TK|POS|Ví|MM\n1|Phở Hương|12|VCB|0071000123456|x|MoMo|x',
      ),
    );
    expect(list.mapping).toEqual({ stt: 0, name: 1, place: 2, bank: 3, account: 4, card: 5, wallet: 6, mobileMoney: 7 });
  });

  test('"CK" is a transfer, and a commitment beside a column of transfers', () => {
    expect(listOf(table('STT|Tên cơ sở|Số nhà|CK\n1|Phở Hương|12|x')).totals).toMatchObject({ qr: 1, commitment: 0 });
    expect(listOf(table('STT|Tên cơ sở|Số nhà|QR|CK\n1|Phở Hương|12|x|x')).totals).toMatchObject({ qr: 1, commitment: 1 });
  });

  test('a group head explains sub-heads that say too little', () => {
    const list = listOf(
      table(
        'STT|Chủ hộ||Địa chỉ|||Thanh toán không dùng tiền mặt|||\n|Tên|SĐT|Số|Đường|Tổ|Chuyển khoản|Thẻ|Ví|Khác\n1|Lê Thị Hương|0904123456|12|Lê Lợi|5|x|x|MoMo|Grab',
      ),
    );
    expect(list.mapping).toEqual({
      stt: 0,
      name: 1,
      phone: 2,
      place: 3,
      street: 4,
      residentialGroup: 5,
      qr: 6,
      card: 7,
      wallet: 8,
      methods: 9,
    });
  });
});

describe('a sheet that is no list', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['a summary by street', 'STT|Phường|Tuyến đường|Số cơ sở|QR|POS|Ví điện tử\n1|Minh Khai|Điện Biên Phủ|124|109|41|68', 'no-head'],
    ['a summary by unit', 'STT|Đơn vị|Tổng số cơ sở|QR|POS|Ghi chú\n1|Phường Minh Khai|124|109|41|', 'no-head'],
    ['an explanation of the columns', 'Cột|Tên cột|Ý nghĩa|Bắt buộc\nA|Tên cơ sở|Ghi theo biển hiệu|Có\nB|Số nhà|Ghi số nhà|Có', 'no-head'],
    ['a letter', 'Kính gửi: Phòng Kinh tế\nThực hiện Kế hoạch 274/KH-UBND, UBND phường báo cáo như sau', 'no-head'],
  ])('%s', (_, text, because) => {
    expect(readList({ name: 'Sheet2', cells: table(text) })).toEqual({ isList: false, sheet: 'Sheet2', because });
  });

  test('a guide with an example', () => {
    expect(readList({ name: 'Hướng dẫn', cells: oneShop })).toMatchObject({ isList: false });
  });
});

describe('whole sheets in old fonts, with title, head, streets and ticks', () => {
  test('TCVN3', () => {
    const list = listOf(
      table(
        'Ph­êng Minh Khai\nDanh s¸ch c¬ së kinh doanh ®­êng §iÖn Biªn Phñ\nSTT|Tªn c¬ së kinh doanh|Chñ c¬ së|Sè nhµ|ChuyÓn kho¶n/QR|POS|VÝ ®iÖn tö|Hãa ®¬n ®iÖn tö|Cam kÕt\n1|§ång hå m¾t kÝnh Hßa Mai|Ng« Ngäc Hßa|7|Cã|Kh«ng|MoMo|Cã|Ch­a\nTæng céng||||1',
      ),
    );
    expect(list).toMatchObject({
      encoding: 'tcvn3',
      ward: 'Minh Khai',
      street: 'Điện Biên Phủ',
      totals: { rows: 1, qr: 1, card: 0, wallet: 1, eInvoice: 1, commitment: 0 },
    });
    expect(goodRows(list)[0]?.details).toMatchObject({ name: 'Đồng hồ mắt kính Hòa Mai', owner: 'Ngô Ngọc Hòa' });
  });

  test('VNI', () => {
    const list = listOf(
      table(
        'UÛY BAN NHAÂN DAÂN PHÖÔØNG HOAØNG VAÊN THUÏ\nDANH SAÙCH CÔ SÔÛ ÑÖÔØNG ÑINH TIEÂN HOAØNG\nSTT|Teân cô sôû|Chuû hoä|Soá nhaø|Maõ QR|Ngaân haøng\n1|Nhaø thuoác Haèng|Löông Thò Huøng|5/3|Coù|BIDV\n2|Vaøng baïc Yeán|Traàn Vaên An|7|Khoâng|',
      ),
    );
    expect(list).toMatchObject({ encoding: 'vni', ward: 'Hoàng Văn Thụ', street: 'Đinh Tiên Hoàng', totals: { rows: 2, qr: 1 } });
    expect(goodRows(list)[0]?.details).toMatchObject({ name: 'Nhà thuốc Hằng', owner: 'Lương Thị Hùng' });
  });

  test('one column in TCVN3 among others in Unicode', () => {
    const list = listOf(
      table(
        'STT|Tên cơ sở|Chủ hộ|Số nhà\n1|Phở Hương|§inh ThÞ H­¬ng|12\n2|Bánh đa cua Hạnh|NguyÔn V¨n B×nh|14\n3|Nhà thuốc Hà|L­¬ng §øc Hµ|16',
      ),
    );
    expect(goodRows(list).map(({ details }) => `${details.name}: ${details.owner}`)).toEqual([
      'Phở Hương: Đinh Thị Hương',
      'Bánh đa cua Hạnh: Nguyễn Văn Bình',
      'Nhà thuốc Hà: Lương Đức Hà',
    ]);
  });
});

describe('pasted cells', () => {
  test('keep tabs, lines and quotes that stand inside a cell', () => {
    expect(pastedCells('Tên\tSố nhà\r\n"Quán ""Mai""\nTầng 2"\t"12\t"\r\n"Phở" Hương\t14\r\n')).toEqual([
      ['Tên', 'Số nhà'],
      ['Quán "Mai"\nTầng 2', '12\t'],
      ['"Phở" Hương', '14'],
    ]);
  });

  test('keep their empty rows and cells', () => {
    expect(pastedCells('a\t\tb\n\n\tc')).toEqual([['a', null, 'b'], [null], [null, 'c']]);
  });

  test('become a list like a file', () => {
    const list = listOf(pastedCells('STT\tTên cơ sở\tSố nhà\tSĐT\tQR\n1\tPhở Hương\t12\t904123456\tx'));
    expect(goodRows(list)[0]?.details).toMatchObject({
      name: 'Phở Hương',
      phone: '0904123456',
      methods: [{ method: 'QR_VIETQR_ACCOUNT' }],
    });
  });
});

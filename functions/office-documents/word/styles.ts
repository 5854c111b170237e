import { AlignmentType, type IStylesOptions } from 'docx';

/** Twips (twentieths of a point) in a number of millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const points = (n: number): number => n * 20;
/** Sizes of letters are in half points. */
const size = (n: number): number => n * 2;

/** Names of our styles, as the clerk sees them in Word. */
export const style = {
  nation: 'QuocHieu',
  motto: 'TieuNgu',
  superior: 'CoQuanChuQuan',
  authority: 'CoQuan',
  rule: 'KeNgang',
  annexRule: 'KeNgangPhuLuc',
  number: 'SoKyHieu',
  placeAndDate: 'DiaDanhNgay',
  about: 'TrichYeu',
  addressee: 'KinhGui',
  addressees: 'NoiKinhGui',
  basis: 'CanCu',
  centred: 'CanGiua',
  cell: 'ONoiDung',
  head: 'ODauBang',
  recipients: 'NoiNhan',
  recipient: 'NoiNhanDong',
  capacity: 'QuyenHan',
  signatory: 'NguoiKy',
  annexOf: 'KemTheo',
  page: 'SoTrang',
} as const;

const paragraphs: [id: string, name: string, run: object, paragraph: object][] = [
  [style.nation, 'Quốc hiệu', { bold: true, size: size(12.5) }, {}],
  [style.motto, 'Tiêu ngữ', { bold: true, size: size(13.5) }, {}],
  [style.superior, 'Cơ quan chủ quản', { size: size(12.5) }, {}],
  [style.authority, 'Cơ quan ban hành', { bold: true, size: size(12.5) }, {}],
  [style.rule, 'Kẻ ngang', { size: size(1) }, { spacing: { before: points(1), after: 0, line: points(3), lineRule: 'exact' } }],
  [style.number, 'Số, ký hiệu', { size: size(13) }, { spacing: { before: points(6), after: 0 } }],
  [style.placeAndDate, 'Địa danh, ngày tháng', { italics: true, size: size(13.5) }, { spacing: { before: points(6), after: 0 } }],
  [style.about, 'Trích yếu', { bold: true, size: size(14) }, { keepNext: true, indent: { left: twips(8), right: twips(8) } }],
  [style.annexOf, 'Kèm theo văn bản', { italics: true, size: size(14) }, { keepNext: true }],
  [style.centred, 'Căn giữa', { bold: true, size: size(14) }, { keepNext: true, spacing: { before: points(8), after: points(6) } }],
  [style.capacity, 'Quyền hạn người ký', { bold: true, size: size(13.5) }, { keepNext: true }],
  [
    style.annexRule,
    'Kẻ ngang phụ lục',
    { size: size(1) },
    { spacing: { before: points(2), after: points(8), line: points(3), lineRule: 'exact' } },
  ],
  // Room for the signature and the seal.
  [style.signatory, 'Họ tên người ký', { bold: true, size: size(14) }, { spacing: { before: points(85), after: 0 } }],
  [style.page, 'Số trang', { size: size(13) }, {}],
];

/** Every style of our papers: Times New Roman 14, Vietnamese, sizes and places as in Decree 30/2020/NĐ-CP, annex I. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: size(14), language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
    },
    title: {
      run: { font: 'Times New Roman', bold: true, size: size(14), color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: points(14), after: 0 } },
    },
    heading1: {
      run: { font: 'Times New Roman', bold: true, size: size(14), color: '000000' },
      paragraph: { keepNext: true, indent: { firstLine: twips(10) }, spacing: { before: points(8), after: points(4) } },
    },
    heading2: {
      run: { font: 'Times New Roman', bold: true, size: size(14), color: '000000' },
      paragraph: { keepNext: true, indent: { firstLine: twips(10) }, spacing: { before: points(4), after: points(4) } },
    },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: twips(10) },
        spacing: { before: points(3), after: points(3), line: 264, lineRule: 'auto' },
      },
    },
    { id: style.basis, name: 'Căn cứ', basedOn: 'BodyText', next: style.basis, quickFormat: true, run: { italics: true } },
    {
      id: style.addressee,
      name: 'Kính gửi',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: points(12), after: points(10) } },
    },
    {
      id: style.addressees,
      name: 'Nơi kính gửi',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { keepNext: true, indent: { left: twips(45) }, spacing: { before: 0, after: points(5) } },
    },
    {
      id: style.cell,
      name: 'Ô nội dung',
      basedOn: 'Normal',
      run: { size: size(12) },
      paragraph: { spacing: { before: points(2), after: points(2) } },
    },
    {
      id: style.head,
      name: 'Ô đầu bảng',
      basedOn: style.cell,
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: style.recipients,
      name: 'Nơi nhận',
      basedOn: 'Normal',
      run: { bold: true, italics: true, size: size(12) },
      paragraph: { keepNext: true },
    },
    { id: style.recipient, name: 'Nơi nhận, từng dòng', basedOn: 'Normal', run: { size: size(11) }, paragraph: { keepNext: true } },
    ...paragraphs.map(([id, name, run, paragraph]) => ({
      id,
      name,
      basedOn: 'Normal',
      run,
      paragraph: { alignment: AlignmentType.CENTER, ...paragraph },
    })),
  ],
};

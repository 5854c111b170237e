import { CertificateFacts } from '../../../../shared/certificates/certificate-text.ts';

const common = {
  wardName: 'Phường Minh Khai',
  districtName: 'quận Hồng Bàng',
  cityName: 'thành phố Hải Phòng',
  authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
  placeOfIssue: 'Hồng Bàng',
  issuedOn: '2023-11-05',
  number: '12/GCN-UBND',
  code: 'SAXN2YPG3Y7E',
  decision: { number: '2345/QĐ-UBND', date: '2023-11-03' },
  figures: { cashless: 55, merchants: 60 },
  score: 92.5,
  signatory: { capacity: 'chairman', name: 'Nguyễn Thị Hồng Ánh' },
  publicOrigin: 'https://xacthuc.hongbang.gov.vn',
};

type Change = Record<string, unknown>;

/** The certificate of Điện Biên Phủ street in Minh Khai ward, 2023. */
export const aStreet = (change: Change = {}): CertificateFacts =>
  CertificateFacts.parse({
    kind: 'street',
    name: 'Điện Biên Phủ',
    segment: { from: 'ngã tư Minh Khai', to: 'ngã sáu Trần Phú', side: 'both' },
    ...common,
    ...change,
  });

/** The certificate of Sắt market. */
export const aMarket = (change: Change = {}): CertificateFacts =>
  CertificateFacts.parse({ kind: 'market', name: 'Chợ Sắt', address: '1 Quang Trung', ...common, ...change });

/** The same street before approval. */
export const aDraft = (change: Change = {}): CertificateFacts => aStreet({ number: undefined, code: undefined, ...change });

/** A street whose every name is as long as real ones get. */
export const aLongStreet = (change: Change = {}): CertificateFacts =>
  aStreet({
    name: 'Tuyến đường số 2 khu đô thị Our City đoạn từ cổng chính đến trường liên cấp và bệnh viện quốc tế',
    segment: {
      from: 'ngã tư giao đường Phạm Văn Đồng với đường vào khu đô thị Our City, cổng số một bên',
      to: 'cổng phụ phía đông nam của Trung tâm Hội nghị và Triển lãm quốc tế Hải Phòng, nhà G',
      side: 'even',
    },
    wardName: 'Phường Nguyễn Đại Năng',
    districtName: 'quận Hải An mở rộng về phía đông',
    authorityName: 'Ủy ban nhân dân phường Nguyễn Đại Năng, thành phố Hải Phòng trực thuộc trung ương',
    placeOfIssue: 'Phường Nguyễn Đại Năng',
    figures: { cashless: 1234, merchants: 1250 },
    signatory: { capacity: 'vice-chairman', name: 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Phương Quỳnh' },
    supersedes: '08/GCN-UBND',
    ...change,
  });

/** Every text as long as its field allows: nobody writes this, and still nothing may overlap. */
export const anOverfullStreet = (): CertificateFacts => {
  const words = (most: number) => 'Nguyễn Trường Tộ kéo dài về phía Nam '.repeat(10).slice(0, most).trim();
  return aLongStreet({
    name: words(120),
    segment: { from: words(120), to: words(120), side: 'odd' },
    wardName: words(120),
    districtName: words(120),
    cityName: words(120),
    authorityName: words(160),
    placeOfIssue: words(80),
    number: words(60),
    decision: { number: words(60), date: '2023-11-03' },
    supersedes: words(60),
    signatory: { capacity: 'vice-chairman', name: words(80) },
    publicOrigin: `https://${'xac-thuc-tuyen-duong.'.repeat(4)}gov.vn`,
  });
};

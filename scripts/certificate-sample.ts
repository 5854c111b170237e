import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { renderCertificate } from '../functions/certificates/pdf/render.ts';
import { CertificateFacts } from '../shared/certificate-text.ts';

// Writes a sample certificate, to look at: node scripts/build.mjs scripts/certificate-sample.ts && node .build/certificate-sample.mjs out.pdf
const facts = CertificateFacts.parse({
  kind: 'street',
  name: 'Điện Biên Phủ',
  segment: { from: 'ngã tư Minh Khai', to: 'ngã sáu Trần Phú', side: 'both' },
  wardName: 'Phường Minh Khai',
  districtName: 'quận Hồng Bàng',
  cityName: 'thành phố Hải Phòng',
  authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
  placeOfIssue: 'Hồng Bàng',
  issuedOn: '2023-11-05',
  number: '12/GCN-UBND',
  code: 'SAXN2YPG3Y7E',
  decision: { number: '2345/QĐ-UBND', date: '2023-11-05' },
  figures: { cashless: 55, merchants: 60 },
  score: 92.5,
  signatory: { capacity: 'chairman', name: 'Nguyễn Thị Hồng Ánh' },
  publicOrigin: 'https://xacthuc.hongbang.gov.vn',
});

const rendered = await renderCertificate(facts);
if (!rendered.ok) throw new Error(JSON.stringify(rendered.failure));
writeFileSync(argv[2] ?? 'certificate.pdf', rendered.value);

export type Bank = {
  /** Six digits, as in tag 38 of a VietQR code. */
  bin: string;
  kind: 'bank' | 'finance' | 'wallet' | 'digital';
  /** Registered names, oldest first; the first is the one of the list of 2024. */
  names: readonly [{ name: string }, ...{ name: string; validFrom: string }[]];
  /** What people write; the first is what a screen shows. */
  aliases: readonly string[];
};

/**
 * Codes granted up to 31/12/2023 (State Bank of Vietnam, letter 1589/NHNN-TT of 5/3/2024), and codes of wallets and digital banks
 * seen in circulation. A code that is not here may still be right.
 */
export const banks: readonly Bank[] = [
  {
    bin: '970400',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Sài Gòn Công Thương' }],
    aliases: ['Saigonbank', 'SGB', 'SGICB', 'Sài Gòn Công Thương'],
  },
  {
    bin: '970403',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Sài Gòn Thương Tín' }],
    aliases: ['Sacombank', 'STB', 'Sacom', 'Sài Gòn Thương Tín'],
  },
  {
    bin: '970405',
    kind: 'bank',
    names: [{ name: 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam' }],
    aliases: ['Agribank', 'VBA', 'Agri', 'Nông nghiệp', 'NN&PTNT', 'NNPTNT', 'Nông nghiệp và PTNT'],
  },
  {
    bin: '970406',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Đông Á' }, { name: 'Ngân hàng TNHH MTV Số Vikki', validFrom: '2025-02-14' }],
    aliases: ['Vikki', 'DongA Bank', 'DongA', 'DAB', 'Vikki Bank', 'Đông Á'],
  },
  {
    bin: '970407',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Kỹ Thương Việt Nam' }],
    aliases: ['Techcombank', 'TCB', 'Techcom', 'Kỹ Thương'],
  },
  {
    bin: '970408',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TNHH Một Thành Viên Dầu Khí Toàn Cầu' }],
    aliases: ['GPBank', 'GP Bank', 'Dầu khí toàn cầu', 'Kỷ Nguyên Thịnh Vượng'],
  },
  { bin: '970409', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Bắc Á' }], aliases: ['Bac A Bank', 'BAB', 'Bắc Á'] },
  {
    bin: '970410',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TNHH Một Thành Viên Standard Chartered' }],
    aliases: ['Standard Chartered', 'SCVN'],
  },
  {
    bin: '970412',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Đại Chúng Việt Nam' }],
    aliases: ['PVcomBank', 'PVcom', 'PVCB', 'Đại Chúng'],
  },
  {
    bin: '970414',
    kind: 'bank',
    names: [
      { name: 'Ngân hàng TNHH Một Thành Viên Đại Dương' },
      // Approximate: between the transfer of 17/10/2024 and January 2025.
      { name: 'Ngân hàng TNHH MTV Việt Nam Hiện Đại', validFrom: '2024-12-18' },
    ],
    aliases: ['MBV', 'OceanBank', 'Ocean', 'Đại Dương', 'Việt Nam Hiện Đại'],
  },
  {
    bin: '970415',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Công Thương Việt Nam' }],
    aliases: ['VietinBank', 'Viettinbank', 'CTG', 'ICB', 'Vietin', 'Viettin', 'Công Thương'],
  },
  { bin: '970416', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Á Châu' }], aliases: ['ACB', 'Á Châu'] },
  {
    bin: '970418',
    kind: 'bank',
    names: [{ name: 'Ngân hàng Đầu tư và Phát triển Việt Nam' }],
    aliases: ['BIDV', 'BID', 'Đầu tư và Phát triển', 'ĐT&PT', 'ĐTPT'],
  },
  { bin: '970419', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Quốc Dân' }], aliases: ['NCB', 'NVB', 'Quốc Dân'] },
  { bin: '970421', kind: 'bank', names: [{ name: 'Ngân hàng Liên doanh Việt Nga' }], aliases: ['VRB', 'Việt Nga', 'Liên doanh Việt Nga'] },
  {
    bin: '970422',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Quân Đội' }],
    aliases: ['MB', 'MBBank', 'MB Bank', 'MBB', 'Quân Đội', 'Military Bank'],
  },
  {
    bin: '970423',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Tiên Phong' }],
    aliases: ['TPBank', 'TPB', 'Tiên Phong', 'Tien Phong Bank'],
  },
  {
    bin: '970424',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TNHH Một Thành Viên Shinhan Việt Nam' }],
    aliases: ['Shinhan', 'Shinhan Bank', 'SHBVN'],
  },
  { bin: '970425', kind: 'bank', names: [{ name: 'Ngân hàng TMCP An Bình' }], aliases: ['ABBank', 'ABB', 'An Bình'] },
  { bin: '970426', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Hàng Hải' }], aliases: ['MSB', 'Maritime Bank', 'Maritime', 'Hàng Hải'] },
  { bin: '970427', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Việt Á' }], aliases: ['VietABank', 'VAB', 'Viet A Bank', 'Việt Á'] },
  { bin: '970428', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Nam Á' }], aliases: ['Nam A Bank', 'NAB', 'Nam Á', 'Nam A'] },
  { bin: '970429', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Sài Gòn' }], aliases: ['SCB'] },
  {
    bin: '970430',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Xăng dầu Petrolimex' }],
    aliases: ['PGBank', 'PGB', 'PG Bank', 'Petrolimex', 'Thịnh vượng và Phát triển'],
  },
  {
    bin: '970431',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Xuất Nhập khẩu Việt Nam' }],
    aliases: ['Eximbank', 'EIB', 'Exim', 'Xuất Nhập khẩu'],
  },
  {
    bin: '970432',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Việt Nam Thịnh Vượng' }],
    aliases: ['VPBank', 'VP', 'VPB', 'Thịnh Vượng', 'Việt Nam Thịnh Vượng'],
  },
  {
    bin: '970433',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Việt Nam Thương Tín' }],
    aliases: ['VietBank', 'VBB', 'Việt Nam Thương Tín'],
  },
  { bin: '970434', kind: 'bank', names: [{ name: 'Ngân hàng TNHH Indovina' }], aliases: ['Indovina', 'IVB', 'Indovina Bank'] },
  {
    bin: '970436',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Ngoại thương Việt Nam' }],
    aliases: ['Vietcombank', 'VCB', 'Vietcom', 'Ngoại thương'],
  },
  {
    bin: '970437',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Phát triển TP.HCM' }],
    aliases: ['HDBank', 'HDB', 'HD', 'Phát triển Thành phố Hồ Chí Minh', 'Phát triển TP Hồ Chí Minh'],
  },
  { bin: '970438', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Bảo Việt' }], aliases: ['BaoViet Bank', 'BaoViet', 'Bảo Việt'] },
  {
    bin: '970439',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TNHH Một Thành Viên Public Việt Nam' }],
    aliases: ['Public Bank', 'PBVN', 'Public Bank Việt Nam'],
  },
  {
    bin: '970440',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Đông Nam Á' }],
    aliases: ['SeABank', 'SSB', 'SeAB', 'Đông Nam Á', 'Southeast Asia Bank'],
  },
  { bin: '970441', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Quốc Tế Việt Nam' }], aliases: ['VIB', 'Quốc Tế'] },
  {
    bin: '970442',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TNHH Một Thành Viên Hong Leong Việt Nam' }],
    aliases: ['Hong Leong', 'Hong Leong Bank', 'HLB'],
  },
  { bin: '970443', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Sài Gòn – Hà Nội' }], aliases: ['SHB', 'Sài Gòn Hà Nội'] },
  {
    bin: '970444',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TNHH Một Thành Viên Xây Dựng Việt Nam' }],
    aliases: ['CBBank', 'CB', 'Xây Dựng', 'VCBNeo'],
  },
  {
    bin: '970446',
    kind: 'bank',
    names: [{ name: 'Ngân hàng Hợp Tác Xã Việt Nam' }],
    aliases: ['Co-opBank', 'Coop Bank', 'Hợp Tác Xã', 'Hợp tác'],
  },
  { bin: '970448', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Phương Đông' }], aliases: ['OCB', 'Phương Đông'] },
  {
    bin: '970449',
    kind: 'bank',
    names: [
      { name: 'Ngân hàng TMCP Bưu Điện Liên Việt' },
      // Approximate: decided by the shareholders in April 2024, in force after the State Bank's approval.
      { name: 'Ngân hàng TMCP Lộc Phát Việt Nam', validFrom: '2024-07-15' },
    ],
    aliases: ['LPBank', 'LienVietPostBank', 'LPB', 'LP', 'LienViet', 'Liên Việt', 'LienViet Bank', 'Bưu Điện Liên Việt', 'Lộc Phát'],
  },
  { bin: '970452', kind: 'bank', names: [{ name: 'Ngân hàng TMCP Kiên Long' }], aliases: ['KienlongBank', 'KLB', 'Kienlong', 'Kiên Long'] },
  {
    bin: '970454',
    kind: 'bank',
    names: [{ name: 'Ngân hàng TMCP Bản Việt' }],
    aliases: ['BVBank', 'Viet Capital Bank', 'Viet Capital', 'VCCB', 'Bản Việt'],
  },
  { bin: '970455', kind: 'bank', names: [{ name: 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh Hà Nội' }], aliases: ['IBK Hà Nội'] },
  { bin: '970456', kind: 'bank', names: [{ name: 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh TP.HCM' }], aliases: ['IBK TP.HCM'] },
  { bin: '970457', kind: 'bank', names: [{ name: 'Ngân hàng TNHH Một Thành Viên Woori Bank Việt Nam' }], aliases: ['Woori', 'Woori Bank'] },
  { bin: '970458', kind: 'bank', names: [{ name: 'Ngân hàng TNHH Một Thành Viên UOB Việt Nam' }], aliases: ['UOB'] },
  { bin: '970459', kind: 'bank', names: [{ name: 'Ngân hàng TNHH Một Thành Viên CIMB Việt Nam' }], aliases: ['CIMB'] },
  { bin: '970460', kind: 'finance', names: [{ name: 'Công ty Tài chính cổ phần Xi Măng' }], aliases: [] },
  { bin: '970462', kind: 'bank', names: [{ name: 'Ngân hàng Kookmin - Chi nhánh Hà Nội' }], aliases: [] },
  { bin: '970463', kind: 'bank', names: [{ name: 'Ngân hàng Kookmin - Chi nhánh Tp. Hồ Chí Minh' }], aliases: [] },
  { bin: '970464', kind: 'finance', names: [{ name: 'Công ty Tài chính TNHH MTV CỘNG ĐỒNG' }], aliases: [] },
  { bin: '970465', kind: 'bank', names: [{ name: 'Ngân hàng SINOPAC - Chi nhánh Tp. Hồ Chí Minh' }], aliases: [] },
  { bin: '970466', kind: 'bank', names: [{ name: 'Ngân hàng KEB HANA - Chi nhánh Tp. Hồ Chí Minh' }], aliases: [] },
  { bin: '970467', kind: 'bank', names: [{ name: 'Ngân hàng KEB HANA - Chi nhánh Hà Nội' }], aliases: [] },
  { bin: '970468', kind: 'finance', names: [{ name: 'Công ty Tài chính TNHH MTV Mirae Asset (Việt Nam)' }], aliases: [] },
  { bin: '970470', kind: 'finance', names: [{ name: 'Công ty Tài chính TNHH MB SHINSEI' }], aliases: [] },
  { bin: '971025', kind: 'wallet', names: [{ name: 'MoMo' }], aliases: ['MoMo', 'Ví MoMo'] },
  { bin: '546034', kind: 'digital', names: [{ name: 'Cake by VPBank' }], aliases: ['Cake', 'Cake by VPBank', 'Cake VPBank'] },
  { bin: '963388', kind: 'digital', names: [{ name: 'Timo' }], aliases: ['Timo', 'Timo by Bản Việt'] },
];

import { bothLanguages } from '../language/language.tsx';

/** Names of the fields of a dossier that a remark can be pinned to. */
export const fieldNames = bothLanguages({
  vi: {
    'street.name': 'Tên tuyến, chợ',
    'street.from': 'Điểm đầu',
    'street.to': 'Điểm cuối',
    'street.side': 'Bên đường',
    'street.address': 'Địa chỉ chợ',
    'street.line': 'Đoạn vẽ trên bản đồ',
    'contact.name': 'Tên người liên hệ',
    'contact.phone': 'Điện thoại liên hệ',
    files: 'Tệp và ảnh',
    'files.ward-report': 'Báo cáo của phường',
    merchants: 'Danh sách cơ sở',
  } as Record<string, string>,
  en: {
    'street.name': 'Name',
    'street.from': 'Beginning',
    'street.to': 'End',
    'street.side': 'Side of the street',
    'street.address': 'Address of the market',
    'street.line': 'Line on the map',
    'contact.name': 'Contact person',
    'contact.phone': 'Phone of the contact',
    files: 'Files and photos',
    'files.ward-report': "The ward's report",
    merchants: 'List of merchants',
  } as Record<string, string>,
});

/** Names of the facts of a certificate that a correction may put right. */
export const correctedFactNames = bothLanguages({
  vi: {
    name: 'Tên tuyến, chợ',
    from: 'Điểm đầu',
    to: 'Điểm cuối',
    address: 'Địa chỉ chợ',
    signatoryName: 'Người ký',
    decisionNumber: 'Số quyết định',
    decisionDate: 'Ngày quyết định',
  },
  en: {
    name: 'Name of the street or market',
    from: 'Beginning',
    to: 'End',
    address: 'Address of the market',
    signatoryName: 'Signatory',
    decisionNumber: 'Number of the decision',
    decisionDate: 'Date of the decision',
  },
});

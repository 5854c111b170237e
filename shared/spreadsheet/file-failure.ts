/** Why a file of a ward cannot be read. Sizes in bytes. */
export type FileFailure =
  | { code: 'file-empty' }
  | { code: 'file-too-large'; bytes: number; mostBytes: number }
  | { code: 'file-unreadable' }
  | { code: 'file-encrypted' }
  | { code: 'file-macros' }
  /** Spreadsheets that are not .xlsx: the person opens them and saves as .xlsx. */
  | { code: 'file-old-excel'; format: 'xls' | 'xlsb' | 'ods' | 'html' | 'xml' }
  | { code: 'file-bomb'; mostBytes: number }
  | { code: 'too-many-rows'; rows: number; most: number };

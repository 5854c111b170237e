/**
 * Which handler answers which addresses behind CloudFront, as routes of API Gateway: the most specific one wins. Whatever no line names is
 * everybody's: it says that there is nothing.
 */
export const addresses = {
  public: ['$default', 'ANY /api/public/{rest+}'],
  api: ['ANY /api/{rest+}'],
  lists: [
    'ANY /api/exports/{rest+}',
    'ANY /api/wards/{id}/imports/preview',
    'ANY /api/streets/{id}/imports',
    'ANY /api/streets/{id}/imports/{rest+}',
  ],
  papers: ['ANY /api/nominations/{id}/record'],
  documents: ['ANY /api/nominations/{id}/documents/{rest+}', 'ANY /api/programmes/{id}/documents/{rest+}'],
} as const satisfies Record<string, readonly string[]>;

export type HttpHandler = keyof typeof addresses;

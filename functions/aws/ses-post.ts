import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Post } from '../notices/mail.ts';

/** Mail through SES, from the stage's address, with its configuration set, which counts what came back. */
export const sesPost = (client: SESv2Client, of: { from: string; configurationSet: string }): Post => ({
  async send({ to, subject, text }) {
    const content = (Data: string) => ({ Data, Charset: 'UTF-8' });
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: of.from,
        Destination: { ToAddresses: [to] },
        ConfigurationSetName: of.configurationSet,
        Content: { Simple: { Subject: content(subject), Body: { Text: content(text) } } },
      }),
    );
  },
});

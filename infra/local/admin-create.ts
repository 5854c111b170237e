import { parseArgs } from 'node:util';
import { firstAdministrator } from '../../functions/people/first-administrator.ts';
import { failureText } from '../../shared/failures/failure-texts.ts';
import { AuthorityId } from '../../shared/ids.ts';
import { PersonDetails } from '../../shared/people/person.ts';
import { startInstance } from './instance.ts';

/**
 * `npm run admin:create -- --login x --name "…" --authority hai-phong --authority-name "Thành phố Hải Phòng" --authority-code 31`
 * makes the first administrator of a real instance, with its topmost unit, and prints the address for setting the password.
 * The server must not be running on the same data folder.
 */
const { values } = parseArgs({
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    authority: { type: 'string', default: 'hai-phong' },
    'authority-name': { type: 'string', default: 'Thành phố Hải Phòng' },
    'authority-code': { type: 'string', default: '31' },
  },
});
const authorityId = AuthorityId.safeParse(values.authority);
const details = PersonDetails.safeParse({
  name: values.name,
  login: values.login,
  authorityId: values.authority,
  roles: [{ role: 'admin', authorityId: values.authority }],
});
if (!authorityId.success || !details.success)
  leave(
    'Cần --login và --name (và --authority viết thường, không dấu). / --login and --name are needed (and --authority in plain lower case).',
  );
else await makeAdministrator(authorityId.data, details.data);

async function makeAdministrator(authority: AuthorityId, person: PersonDetails): Promise<void> {
  const started = await startInstance({
    host: process.env['HOST'] ?? 'localhost',
    port: Number(process.env['PORT'] ?? 8080),
    dataDir: process.env['DATA_DIR'] ?? '.data',
    demo: 'off',
    now: () => new Date(),
    log: (line) => line.level === 'error' && console.error(JSON.stringify(line)),
  });
  if (!started.ok) return leave(started.failure.detail);
  const { deps, stop } = started.value;
  const unit = { id: authority, code: values['authority-code'], name: values['authority-name'] };
  const made = await firstAdministrator(deps, unit, person);
  await stop();
  if (!made.ok) return leave(failureText(made.failure, 'vi'));
  console.log(
    `Đã tạo quản trị viên ${person.login}. Hãy chạy npm start rồi mở địa chỉ này để đặt mật khẩu: / Administrator made. Run npm start and open this address to set the password:\n${made.value.invitation?.url ?? ''}`,
  );
  process.exit(0);
}

function leave(why: string): void {
  console.error(why);
  process.exit(1);
}

import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { findAuthority } from '../../functions/authorities/store.ts';
import type { Act } from '../../functions/data/audit.ts';
import { creation, save } from '../../functions/data/save.ts';
import { signInOf } from '../../functions/people/store.ts';
import { AuthorityId, PersonId } from '../../shared/ids.ts';
import { PersonDetails } from '../../shared/person.ts';
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
  const { table, accounts, now } = deps;
  const id = PersonId.parse(uuidv7());
  const act = (): Act => ({ id: uuidv7(), digest: '', by: { id, name: person.name }, at: now().toISOString(), from: 'admin:create' });

  if (!(await findAuthority(table, authority))) {
    const unit = {
      id: authority,
      above: [],
      code: values['authority-code'],
      level: 'city' as const,
      name: values['authority-name'],
      validFrom: '2000-01-01',
    };
    const made = await save(table, creation(table, act(), 'authority.create', 'authority', unit));
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
  const account = await accounts.create({ login: person.login, subject: id });
  if (account === 'exists') {
    await stop();
    return leave(`Tên đăng nhập “${person.login}” đã có. / The sign-in name is taken.`);
  }
  const record = creation(table, act(), 'person.create', 'person', {
    ...person,
    id,
    above: [],
    issuer: accounts.issuer,
    subject: account.subject,
    state: 'active',
  });
  const saved = await save(table, record, [signInOf(table, record.record)]);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  const invitation = await accounts.invitation(person.login);
  await stop();
  console.log(
    `Đã tạo quản trị viên ${person.login}. Hãy chạy npm start rồi mở địa chỉ này để đặt mật khẩu: / Administrator made. Run npm start and open this address to set the password:\n${invitation?.url ?? ''}`,
  );
  process.exit(0);
}

function leave(why: string): void {
  console.error(why);
  process.exit(1);
}

import type { OdooAdmin } from '../services/odoo-admin';
import { runPython } from '../services/odoo-python';
import { KEY_DAYS } from './calendar';

/** An API key as its user made it. */
export interface OdooKey {
	secret: string;
	/** Milliseconds since 1970. */
	end: number;
}

const PARAMETER = 'year.key';

/** Makes a key as the user does under Security → Add API Key, for 3 months, and deletes the others. */
export async function renewOdooKey(admin: OdooAdmin, login: string): Promise<OdooKey> {
	await runPython(
		{ admin },
		[
			`user = env['res.users'].search([('login', '=', ${JSON.stringify(login)})])`,
			`keys = env['res.users.apikeys'].sudo().search([('user_id', '=', user.id)])`,
			`end = datetime.datetime.now() + datetime.timedelta(days=${KEY_DAYS})`,
			`secret = env['res.users.apikeys'].with_user(user)._generate(None, 'n8n', end)`,
			`keys.unlink()`,
			`text = secret + ' ' + str(end)`,
			`env['ir.config_parameter'].sudo().set_param('${PARAMETER}', text)`,
		].join('\n'),
	);
	const text = await admin.call<string>('ir.config_parameter', 'get_param', [PARAMETER]);
	const [secret = '', day = '', time = ''] = text.split(' ');
	return { secret, end: Date.parse(`${day}T${time.slice(0, 8)}Z`) };
}

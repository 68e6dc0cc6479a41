import { IntegrationError } from '../../../../../lib/core/errors';
import { tableError } from '../../../../../lib/odoo/schema/missing-table';
import { LEDGER_MODEL } from '../../../../../lib/settlement/odoo/ledger-model';
import { fakeOdoo } from '../fake-odoo';

const failed = (code: string) =>
	new IntegrationError({ code, message: '', likelyCause: '', nextStep: '' });
const explained = async (error: unknown, exists: boolean) =>
	await tableError(
		fakeOdoo(() => (exists ? ['ir.model', 1] : [])),
		LEDGER_MODEL,
		'ODOO_LEDGER_MISSING',
		error,
	);

it('names Set Up where the table was never created, and passes on every other error', async () => {
	expect(await explained(failed('ODOO_NOT_FOUND'), false)).toMatchObject({
		code: 'ODOO_LEDGER_MISSING',
		message: expect.stringContaining(LEDGER_MODEL.name),
	});
	const [known, other] = [failed('ODOO_NOT_FOUND'), failed('ODOO_ACCESS_DENIED')];
	expect(await explained(known, true)).toBe(known);
	expect(await explained(other, false)).toBe(other);
});

import { explain } from '../../../../lib/core/errors';
import { asSentence, odooError, oneLine } from '../../../../lib/odoo/odoo-error';

const code = (exception: string, text = '', status?: number) =>
	odooError({ exception, text, ...(status && { status }) }, 'sale.order', 'load').code;

it.each([
	['AccessDenied', '', 'ODOO_LOGIN_REFUSED'],
	['AccessError', 'Vous ne pouvez pas', 'ODOO_ACCESS_DENIED'],
	['UserError', 'No', 'ODOO_VALIDATION'],
	['ValidationError', 'No', 'ODOO_VALIDATION'],
	['MissingError', 'Gone', 'ODOO_VALIDATION'],
	['SerializationFailure', 'translated', 'ODOO_SERIALIZATION'],
	['DeadlockDetected', '', 'ODOO_SERIALIZATION'],
	['LockNotAvailable', '', 'ODOO_SERIALIZATION'],
	['UserError', 'could not serialize access due to concurrent update', 'ODOO_SERIALIZATION'],
	['OperationalError', 'FATAL:  database "x" does not exist', 'ODOO_DATABASE_UNKNOWN'],
	['OperationalError', 'FATAL:  the database system is starting up', 'ODOO_INTERRUPTED'],
	['OperationalError', 'FATAL:  sorry, too many clients already', 'ODOO_INTERRUPTED'],
	['AdminShutdown', 'terminating connection due to administrator command', 'ODOO_INTERRUPTED'],
	['InterfaceError', 'cursor already closed', 'ODOO_INTERRUPTED'],
	['PoolError', 'The Connection Pool Is Full', 'ODOO_INTERRUPTED'],
	['ReadTimeout', '', 'ODOO_INTERRUPTED'],
	['ServiceUnavailable', '', 'ODOO_INTERRUPTED'],
	['UserError', 'server closed the connection unexpectedly', 'ODOO_INTERRUPTED'],
	['ZeroDivisionError', 'division by zero', 'ODOO_SERVER_FAULT'],
])('names %s (%s) %s', (exception, text, expected) => {
	expect(code(exception, text)).toBe(expected);
});

it('reads a status where the body names no exception', () => {
	expect(code('UnknownError', '', 401)).toBe('ODOO_LOGIN_REFUSED');
	expect(code('UnknownError', 'Missing argument', 422)).toBe('ODOO_VALIDATION');
});

it('takes a lost race and an interruption, and nothing else, for something to repeat', () => {
	const retryable = (exception: string) =>
		odooError({ exception, text: '' }, 'sale.order', 'load').retryable;
	expect(retryable('SerializationFailure')).toBe(true);
	expect(retryable('AdminShutdown')).toBe(true);
	expect(retryable('AccessError')).toBe(false);
	expect(retryable('ZeroDivisionError')).toBe(false);
});

it.each([
	['res.partner', 'Contact: Creation'],
	['stock.move', 'Inventory: User'],
	['sale.order.line', 'Sales: User: All Documents'],
])('names the right that opens %s', (model, right) => {
	const error = odooError({ exception: 'AccessError', text: '' }, model, 'create');
	expect(error.message).toContain(model);
	expect(error.nextStep).toContain(right);
});

it('passes on the one line that Odoo says to its users, and keeps a fault to itself', () => {
	const user = odooError({ exception: 'UserError', text: 'Set a\n  journal.' }, 'a.b', 'c');
	expect(user.message).toBe('Odoo says: Set a journal.');
	const fault = odooError({ exception: 'KeyError', text: 'secret=42' }, 'a.b', 'c');
	expect(explain(fault)).not.toContain('secret');
});

it('shortens a message to 300 characters', () => {
	expect(oneLine('x'.repeat(400))).toHaveLength(300);
});

it('ends a sentence once', () => {
	expect(asSentence('No stock')).toBe('No stock.');
	expect(asSentence('No stock.')).toBe('No stock.');
	expect(asSentence('没有库存。')).toBe('没有库存。');
});

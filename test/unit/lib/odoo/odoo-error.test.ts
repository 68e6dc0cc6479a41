import { explain } from '../../../../lib/core/errors';
import {
	asSentence,
	faultFromJson2,
	faultFromXmlRpc,
	odooError,
	oneLine,
} from '../../../../lib/odoo/odoo-error';

const TRACEBACK = `Traceback (most recent call last):
  File "/odoo/addons/base/controllers/rpc.py", line 150, in xmlrpc_2
    response = self._xmlrpc(service)
               ^^^^^^^^^^^^^^^^^^^^^
psycopg2.errors.SerializationFailure: could not serialize access due to concurrent update
CONTEXT:  while locking tuple (1,2) in relation "stock_quant"
`;

it('names the exception at the end of a traceback and drops the rest', () => {
	expect(faultFromXmlRpc(1, TRACEBACK)).toEqual({
		exception: 'SerializationFailure',
		text: 'could not serialize access due to concurrent update',
	});
});

it('takes the exception that was raised last when one caused another', () => {
	const chained = `Traceback (most recent call last):
KeyError: 'nope'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
odoo.exceptions.ValidationError: Wrong`;
	expect(faultFromXmlRpc(1, chained)).toEqual({ exception: 'ValidationError', text: 'Wrong' });
});

it.each([
	[2, 'UserError'],
	[3, 'AccessDenied'],
	[4, 'AccessError'],
])('knows fault code %d without reading its words', (code, exception) => {
	expect(faultFromXmlRpc(code, '没有权限')).toEqual({ exception, text: '没有权限' });
});

it('says so when a fault names no exception', () => {
	expect(faultFromXmlRpc(1, 'something else')).toEqual({ exception: 'UnknownError', text: '' });
});

it('takes name and message of a JSON-2 error, and nothing of its debug', () => {
	const body = {
		name: 'odoo.exceptions.AccessError',
		message: 'You may not',
		debug: 'Traceback …',
		context: { password: 'x' },
	};
	expect(faultFromJson2(403, body)).toEqual({
		exception: 'AccessError',
		text: 'You may not',
		status: 403,
	});
});

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
	['ZeroDivisionError', 'division by zero', 'ODOO_SERVER_FAULT'],
])('names %s (%s) %s', (exception, text, expected) => {
	expect(code(exception, text)).toBe(expected);
});

it('reads a status where the body names no exception', () => {
	expect(code('UnknownError', '', 401)).toBe('ODOO_LOGIN_REFUSED');
	expect(code('UnknownError', 'Missing argument', 422)).toBe('ODOO_VALIDATION');
});

it('takes a lost race, and nothing else, for something to repeat', () => {
	const retryable = (exception: string) =>
		odooError({ exception, text: '' }, 'sale.order', 'load').retryable;
	expect(retryable('SerializationFailure')).toBe(true);
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

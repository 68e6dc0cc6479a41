import { faultFromJson2, faultFromXmlRpc } from '../../../../lib/odoo/odoo-fault';

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

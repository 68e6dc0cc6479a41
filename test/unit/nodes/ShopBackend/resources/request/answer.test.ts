import { execute } from '../../../../../../nodes/ShopBackend/resources/request/answer';
import { withParameters } from '../../../support/parameters';

const REQUEST = { request: { id: 'msg_1', type: 'stock.hold' }, out_trade_no: 'SHOP1' };

/** Runs the operation on one item. @returns its items by output, and the responses */
async function answer(fields: object) {
	const sent: unknown[] = [];
	const context = withParameters(
		{},
		{
			getInputData: () => [{ json: { ...REQUEST, ...fields } }],
			continueOnFail: () => false,
			sendResponse: async (response: unknown) => void (await Promise.resolve(sent.push(response))),
		},
	);
	const outputs = await execute(context);
	return { outputs: outputs.map((items) => items.map(({ json }) => json)), sent };
}

it('answers the request of the run, and passes the item on with the answer', async () => {
	const odoo = { status: 'held', name: 'S1', expires_at: 'soon' };
	const { outputs, sent } = await answer({ odoo });
	const body = { status: 'held', order: 'S1', expires_at: 'soon', out_trade_no: 'SHOP1' };
	expect(outputs).toEqual([[{ ...REQUEST, odoo, answer: { http_status: 200, ...body } }]]);
	expect(sent).toEqual([{ statusCode: 200, headers: {}, body }]);
});

it('leaves a failed request to the node at Not Answered', async () => {
	const { outputs, sent } = await answer({ error: 'Odoo is down' });
	expect(outputs).toEqual([[], [{ ...REQUEST, error: 'Odoo is down' }]]);
	expect(sent).toEqual([]);
});

import type { IExecuteFunctions } from 'n8n-workflow';

import { answerSettings } from '../../../../../nodes/OdooSale/shared/complaint-fields';

it('reads prefixes and model as they are typed', () => {
	const given: Record<string, unknown> = {
		replyPrefix: ' 微信：',
		solvedPrefix: '',
		ticketModel: 'helpdesk.ticket ',
	};
	const context = {
		getNodeParameter: (name: string) => given[name],
	} as unknown as IExecuteFunctions;
	expect(answerSettings(context, 0)).toEqual({
		prefixes: { reply: '微信：', solved: '' },
		tickets: 'helpdesk.ticket',
	});
});

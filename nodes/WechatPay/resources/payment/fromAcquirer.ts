import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asObject } from '../../../../lib/core/json';
import type {
	AcquirerLinesFrom,
	AcquirerReading,
} from '../../../../lib/wechat-pay/acquirer/acquirer';
import { receiveAcquirerEvent } from '../../../../lib/wechat-pay/acquirer/receive';
import type { Headers } from '../../../../lib/wechat-pay/keys/signature';
import { acquirerAccount } from '../../../shared/acquirer-account';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { rawBody } from '../../../shared/raw-body';
import { runPerItem } from '../../../shared/run-per-item';

export { description } from '../../shared/acquirer-fields';

const OUTPUT = { payment: 0, ignored: 1, refused: 2, refund: 3 };

/**
 * The payment or refund in the request of an acquirer that n8n's Webhook node received. Only what is made here leaves
 * the node: neither headers nor the raw body, which name the buyer.
 *
 * @throws IntegrationError `ACQUIRER_BODY_MISSING` and those of `receiveAcquirerEvent`
 */
export const execute = runPerItem(async (context, index, item) => {
	const body = await rawBody(context, index, item, 'ACQUIRER_BODY_MISSING');
	const account = acquirerAccount(await context.getCredentials('acquirerWebhookApi', index));
	const headers = (asObject(item.json['headers']) ?? {}) as Headers;
	const reading = readingOf(context, index);
	const result = receiveAcquirerEvent(account, headers, body, reading, callContext.now());
	const output = OUTPUT[result.kind];
	if (result.kind === 'payment' || result.kind === 'refund') return { json: result.item, output };
	if (result.kind === 'ignored') {
		const { notification, reason } = result;
		return { json: { notification, reason }, output };
	}
	const { code, message, likelyCause, nextStep } = result.error;
	return { json: { code, message, likely_cause: likelyCause, next_step: nextStep }, output };
});

function readingOf(context: IExecuteFunctions, index: number): AcquirerReading {
	const options = context.getNodeParameter('acquirerOptions', index, {}) as IDataObject;
	const text = (name: string) => String(options[name] ?? '').trim();
	return {
		orderNumberPath: textParameter(context, 'orderNumberField', index),
		linesFrom: textParameter(context, 'acquirerLinesFrom', index) as AcquirerLinesFrom,
		linesPath: textParameter(context, 'linesField', index),
		openidPath: text('openidField'),
		wechatTransactionIdPath: text('wechatTransactionIdField'),
		methods: options['methods'] === 'all' ? 'all' : 'wechat',
		acceptTest: options['acceptTest'] === true,
		toleranceS: Number(options['tolerance'] ?? 300),
	};
}

import { IntegrationError, type ErrorDetails } from '../../core/errors';
import { CUSTOMS, ORDERS } from '../merchant-platform';

type Advice = Pick<ErrorDetails, 'likelyCause' | 'nextStep'>;

/** By words of WeChat's text: its codes do not tell these apart. */
const ADVICE: [words: RegExp, advice: Advice][] = [
	[
		/不支持申报|NO_AUTH/,
		{
			likelyCause: 'Self-service customs declaration is not open for this merchant number.',
			nextStep: `Open it at ${CUSTOMS}, and finish the registration.`,
		},
	],
	[
		/不支持该海关|海关备案|备案号/,
		{
			likelyCause: 'This customs office and number are not registered for this merchant number.',
			nextStep: `Register exactly this customs office and number at ${CUSTOMS}.`,
		},
	],
	[
		/支付人与订购人|身份/,
		{
			likelyCause: 'The buyer named in the order is not the person who paid.',
			nextStep:
				'Ask the buyer for the name and ID number of the payer, correct the order at customs, and declare again.',
		},
	],
	[
		/重入信息不一致/,
		{
			likelyCause: 'The order was declared before with other values.',
			nextStep: 'Run Declare: it changes the declaration where it differs.',
		},
	],
	[
		/拆单|金额/,
		{
			likelyCause: 'The parts add up to more than the order, or an amount is missing.',
			nextStep: 'Compare the parts with the order: product_fee and transport_fee are in fen.',
		},
	],
	[
		/交易单信息|支付信息不存在|订单不存在/,
		{
			likelyCause: 'The two order numbers do not belong to one paid order of this merchant.',
			nextStep: `Compare them with ${ORDERS}.`,
		},
	],
];

const UNKNOWN: Advice = {
	likelyCause: 'Customs or WeChat Pay does not accept the declaration as it is.',
	nextStep: `Read its message above, and look the declaration up at ${CUSTOMS}.`,
};

/** The usual reason for what WeChat Pay or customs says, and the next step. */
export const customsAdvice = (said: string): Advice =>
	ADVICE.find(([words]) => words.test(said))?.[1] ?? UNKNOWN;

/** @param said code and text of WeChat Pay */
export const customsRefused = (said: string, retryable = false): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_CUSTOMS_REFUSED',
		message: `WeChat Pay refused the customs call: ${said || 'without a reason'}.`,
		...customsAdvice(said),
		retryable,
		ambiguous: retryable,
	});

/** Whether an answer says that nothing was declared under this customs office. */
export const isUndeclared = (said: string): boolean => /记录不存在|NOT_?EXIST|未申报/.test(said);

export const notDeclared = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_CUSTOMS_NOT_DECLARED',
		message: 'The order has no declaration at this customs office.',
		likelyCause: 'It was never declared, or at another office.',
		nextStep: `Run Declare first, or compare the customs code with ${CUSTOMS}.`,
	});

export const splitChanged = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_CUSTOMS_SPLIT_CHANGED',
		message: 'The order was declared in other parts before, and a declaration cannot be withdrawn.',
		likelyCause: 'Its deliveries were split or merged after the first declaration.',
		nextStep: `Declare with the parts of the first time. Their numbers are in Get, and at ${CUSTOMS}.`,
	});

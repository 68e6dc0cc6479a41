import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { asObject } from '../../../../lib/core/json';
import { readHoldRequest } from '../../../../lib/shop-backend/hold-request';
import {
	acceptedIds,
	verifyRequest,
	type ShopRequest,
} from '../../../../lib/shop-backend/verify-request';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { rawBody } from '../../../shared/raw-body';
import { runPerItem } from '../../../shared/run-per-item';
import { shopBackendFrom } from '../../../shared/shop-backend';

const displayOptions = { show: { resource: ['request'], operation: ['verify'] } };

export const description: INodeProperties[] = [
	{
		displayName: 'Request Type',
		name: 'requestType',
		type: 'string',
		default: 'stock.hold',
		required: true,
		displayOptions,
		description: 'Type of the requests to accept, as in the contract. Others are refused.',
	},
	{
		displayName: 'Raw Body Field',
		name: 'rawBodyField',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions,
		description: 'Binary field with the body. Turn on Raw Body in the Webhook node.',
	},
];

const GENUINE = 0;
const REFUSED = 1;

/** All executions of this process share them. */
const accepted = acceptedIds();

const UNAUTHORIZED = 401;
const NOT_FOUND = 404;
const UNPROCESSABLE = 422;

/**
 * The data of a request that the shop's backend signed. Others go to the second output, with the status to
 * answer. Neither headers nor the raw body leave the node.
 */
export const execute = runPerItem(async (context, index, item) => {
	const body = await rawBody(context, index, item, 'SHOP_BODY_MISSING');
	const { secret } = shopBackendFrom(await context.getCredentials('shopBackendApi', index));
	const headers = asObject(item.json['headers']) ?? {};
	let request: ShopRequest;
	try {
		request = verifyRequest(secret, headers, body, callContext.now(), accepted);
	} catch (error) {
		return refusal(error, UNAUTHORIZED);
	}
	const { id, type, data } = request;
	const wanted = textParameter(context, 'requestType', index);
	if (type !== wanted) return refusal(otherType(type, wanted), NOT_FOUND);
	try {
		const json = type === 'stock.hold' ? readHoldRequest(data) : data;
		return { json: { ...json, request: { id, type } } as IDataObject, output: GENUINE };
	} catch (error) {
		return refusal(error, UNPROCESSABLE);
	}
});

/** @throws what no shop can do anything about, such as a wrong secret in the credential */
function refusal(error: unknown, http_status: number) {
	if (!(error instanceof IntegrationError) || error.code === 'SHOP_SECRET_INVALID') throw error;
	const { code, message, likelyCause: likely_cause, nextStep: next_step } = error;
	const json = { status: 'refused', http_status, code, message, likely_cause, next_step };
	return { json, output: REFUSED };
}

const otherType = (type: string, wanted: string) =>
	new IntegrationError({
		code: 'SHOP_REQUEST_OTHER_TYPE',
		message: `The request is a "${type}", and this address takes "${wanted}".`,
		likelyCause: 'The shop calls the address of another workflow.',
		nextStep: 'Compare the address in the shop with the Production URL of the Webhook node.',
	});

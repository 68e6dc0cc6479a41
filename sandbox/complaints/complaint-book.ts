import { ALPHANUMERIC, DIGITS, randomText, type RandomSource } from '../core/random';
import { beijingTime } from '../core/beijing-time';
import type { Payment } from '../payments/payment';
import type { Complaint, ComplaintRequest, NegotiationStep } from './complaint';

interface Setting {
	random: RandomSource;
	now: () => number;
	/** Address of an image. */
	imageUrl: (mediaId: string) => string;
}

/** The complaints that WeChat remembers, with their images and the address that they are notified to. */
export class ComplaintBook {
	private readonly complaints: Complaint[] = [];
	readonly images = new Map<string, Buffer>();
	/** As registered by the merchant; undefined for none. */
	url: string | undefined;

	constructor(private readonly setting: Setting) {}

	all(): Complaint[] {
		return [...this.complaints];
	}

	withId(id: string): Complaint | undefined {
		return this.complaints.find(({ complaint_id }) => complaint_id === id);
	}

	open(payment: Payment, request: ComplaintRequest): Complaint {
		const { random, now } = this.setting;
		const at = beijingTime(now());
		const earlier = this.complaints.filter(
			({ transaction_id }) => transaction_id === payment.transaction_id,
		);
		const complaint: Complaint = {
			complaint_id: `20020${randomText(random, 22, DIGITS)}`,
			complaint_time: at.replace('+08:00', '.000+08:00'),
			complaint_detail: request.complaint_detail,
			complaint_state: 'PENDING',
			complainted_mchid: payment.sub_mchid ?? payment.mchid,
			payer_phone: request.payer_phone ?? '13800138000',
			payer_openid: payment.payer.openid,
			problem_type: request.problem_type ?? 'OTHERS',
			...(request.apply_refund_amount && { apply_refund_amount: request.apply_refund_amount }),
			user_complaint_times: earlier.length + 1,
			incoming_user_response: true,
			transaction_id: payment.transaction_id,
			out_trade_no: payment.out_trade_no,
			amount: payment.amount.total,
			media_url: (request.images ?? []).map((bytes) => this.keepImage(bytes)),
			refundApproved: false,
			history: [],
		};
		this.complaints.push(complaint);
		this.add(complaint, 'USER_CREATE_COMPLAINT', '投诉人', request.complaint_detail);
		return complaint;
	}

	/** Adds a step to the history. */
	add(
		complaint: Complaint,
		operate_type: string,
		operator: string,
		operate_details: string,
		images: string[] = [],
	): NegotiationStep {
		const { random, now } = this.setting;
		const step = {
			log_id: `300${randomText(random, 20, DIGITS)}`,
			operator,
			operate_time: beijingTime(now()),
			operate_type,
			operate_details,
			image_list: images.map((id) => this.setting.imageUrl(id)),
		};
		complaint.history.push(step);
		return step;
	}

	/** @returns its address */
	private keepImage(base64: string): string {
		return this.setting.imageUrl(this.addImage(Buffer.from(base64, 'base64')));
	}

	/** @returns its media ID */
	addImage(bytes: Buffer): string {
		const id = `ChsyMDAy${randomText(this.setting.random, 40, ALPHANUMERIC)}`;
		this.images.set(id, bytes);
		return id;
	}
}

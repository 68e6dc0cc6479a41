import type { Delivery } from '../../sandbox';
import type { AcknowledgeMode } from '../services/ordering-stack';
import type { QueueSize } from '../services/n8n-queue';
import type { ProxiedCall } from '../services/proxy';
import type { Audit } from './audit';
import type { PlannedFault } from './faults';
import type { CampaignProfile } from './profiles';
import type { Missing } from './settle';
import type { Paid } from './surge';
import type { Seen } from './watch';

/** What was asked for, and where it ran. */
export interface RehearsalSetting {
	profile: Pick<CampaignProfile, 'name' | 'orders' | 'seconds' | 'products'>;
	mode: AcknowledgeMode;
	compress: number;
	seed: string;
	servers: 'started here' | 'your own';
	/** Absent where n8n is one process. */
	queue?: QueueSize;
	faults: PlannedFault[];
	machine: { cores: number; loadAverage: number };
}

/** What was seen of a rehearsal. */
export interface Facts {
	setting: RehearsalSetting;
	paid: Paid[];
	/** By `transaction_id`. */
	seen: Map<string, Seen>;
	deliveries: Delivery[];
	missing: Missing;
	audit: Audit;
	odooCalls: ProxiedCall[];
	executions: { failed: number; crashed: number };
}

import { afterStartV2 } from '../gms/afterStartV2.ts';
// what both use stays in its file: else it would be one of its own, and a request for those with Chat API v1
import './lateCode.ts';

/** What a chat of Chat API v2 needs beside the late code, as one file. */
export const lateCodeV2 = { afterStartV2 };

import { asyncPhases } from '../session/asyncPhases.ts';
// what all chats use stays in its file: else it would be one of its own, and a request for every chat
import './lateCode.ts';

/** What asynchronous chats need beside the late code, as one file. */
export const asyncCode = { asyncPhases };

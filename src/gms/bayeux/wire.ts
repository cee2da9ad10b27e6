import type { AfterStart } from '../afterStart.ts';
import type { AfterStartV2 } from '../afterStartV2.ts';

/**
 * How answers are read and chats are polled, as a chat without push has it: handed in, so that its file stays one
 * file for those who never push.
 */
export type Wire = AfterStart & AfterStartV2;

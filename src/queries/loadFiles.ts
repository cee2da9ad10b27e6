import type * as gms from '../gms/files/fileApi.ts';

/** Fetches the code that sends and brings files, once somebody has one. */
export type LoadFiles = () => Promise<gms.FileApi>;

export type FileApi = gms.FileApi;
export type FileChat = gms.FileChat;
export type FileLimits = gms.FileLimits;

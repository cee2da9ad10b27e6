import { describe, expect, test } from 'vitest';
import { gmsForTest, openV1, post } from './wire.ts';

describe('chat v1', () => {
  test('opens under the id of its service, with the visitor as first row', async () => {
    const { gms } = gmsForTest({ script: 'nobody' });
    const { start } = await openV1(gms);
    expect(start.json).toEqual({
      chatIxnState: 'CONNECTED',
      chatSessionId: expect.any(String),
      transcriptPosition: '1',
      startedAt: '2026-01-02T12:00:00Z',
      chatServiceMessage: 'Chat is open',
      transcriptToShow: [['Notice.Joined', 'Mira Solberg', 'has joined the session', '0', 'CLIENT']],
    });
  });

  test('tells ids and addresses when it is asked to be verbose', async () => {
    const { gms } = gmsForTest();
    const { start, serviceId } = await openV1(gms, { userDisplayName: 'Mira', _verbose: 'true' });
    expect(start.json).toMatchObject({
      secureKey: expect.any(String),
      userId: expect.any(String),
      chatServerLoadBalancerAlias: expect.any(String),
      _chatIxnAPI_SEND_URL: `/genesys/1/service/${serviceId}/ixn/chat/send`,
    });
  });

  test('finds the same chat when it is created twice', async () => {
    const { gms } = gmsForTest();
    const { start, serviceId } = await openV1(gms);
    const again = await post(gms, `/1/service/${serviceId}/ixn/chat`, { firstName: 'Mira' });
    expect(again.json['chatSessionId']).toBe(start.json['chatSessionId']);
    expect(gms.chats()).toHaveLength(1);
  });

  test('gives the rows after a position, with seconds since the start', async () => {
    const { gms, clock } = gmsForTest({ script: 'quiet' });
    const chat = await openV1(gms);
    clock.advance(14_000);
    await chat.act('send', { message: 'Hello' });
    const all = [
      ['Notice.Joined', 'Mira Solberg', 'has joined the session', '0', 'CLIENT'],
      ['Notice.Joined', 'Maria Olsen', 'has joined the session', '1', 'AGENT'],
      ['Message.Text', 'Mira Solberg', 'Hello', '14', 'CLIENT'],
    ];
    expect((await chat.from(0)).json).toMatchObject({
      chatIxnState: 'TRANSCRIPT',
      transcriptPosition: '3',
      transcriptToShow: all,
    });
    expect((await chat.from(1)).json.transcriptToShow).toEqual(all.slice(1));
    expect((await chat.from(3)).json).not.toHaveProperty('transcriptToShow');
    expect((await chat.from(3)).json.transcriptPosition).toBe('3');
  });

  test('goes on after the last row that it gave when no position is sent', async () => {
    const { gms } = gmsForTest({ script: 'echo' });
    const chat = await openV1(gms);
    expect((await chat.act('refresh')).json).not.toHaveProperty('transcriptToShow');
    await chat.act('send', { message: 'Hi' });
    expect((await chat.act('refresh')).json.transcriptToShow).toHaveLength(2);
    expect((await chat.act('refresh')).json).not.toHaveProperty('transcriptToShow');
  });

  test('takes the position from the query and the body as JSON', async () => {
    const { gms } = gmsForTest({ script: 'quiet' });
    const chat = await openV1(gms);
    const json = { 'content-type': 'application/json' };
    await post(gms, `/1/service/${chat.serviceId}/ixn/chat/send`, '{"message":"Hi"}', json);
    const { json: answer } = await chat.act('refresh?transcriptPosition=1');
    expect(answer.transcriptToShow).toEqual([['Message.Text', 'Mira Solberg', 'Hi', '0', 'CLIENT']]);
  });

  test('says the message of a refresh', async () => {
    const { gms } = gmsForTest({ script: 'quiet' });
    const chat = await openV1(gms);
    const { json } = await chat.act('refresh', { transcriptPosition: '1', message: 'Hi' });
    expect(json.transcriptToShow).toEqual([['Message.Text', 'Mira Solberg', 'Hi', '0', 'CLIENT']]);
  });

  test('has no holes where agents confer, and nothing about names', async () => {
    const { gms, clock } = gmsForTest({ script: 'transfer' });
    const chat = await openV1(gms);
    clock.advance(20_000);
    const { json } = await chat.from(0);
    expect(json.transcriptPosition).toBe(String(json.transcriptToShow?.length));
    expect(json.transcriptToShow?.map(([kind]) => kind)).toEqual([
      'Notice.Joined',
      'Notice.Joined',
      'Message.Text',
      'Notice.Custom',
      'Notice.PushUrl',
      'Message.Text',
      'Notice.Left',
      'Notice.Joined',
      'Notice.TypingStarted',
      'Notice.TypingStopped',
      'Message.Text',
      'Notice.Joined',
      'Message.Text',
    ]);
    expect(json.transcriptToShow?.at(-1)?.[4]).toBe('SUPERVISOR');
  });

  test('numbers the rows when the server is told to', async () => {
    const { gms } = gmsForTest({ script: 'nobody', quirks: ['row-index'] });
    const chat = await openV1(gms);
    expect((await chat.from(0)).json.transcriptToShow?.[0]).toHaveLength(6);
    expect((await chat.from(0)).json.transcriptToShow?.[0]?.[5]).toBe('1');
  });

  test('is disconnected once with the last rows, and then an error', async () => {
    const { gms, clock } = gmsForTest({ script: 'agentEnds' });
    const chat = await openV1(gms);
    clock.advance(5000);
    const last = await chat.from(1);
    expect(last.json['chatIxnState']).toBe('DISCONNECTED');
    expect(last.json.transcriptToShow).toHaveLength(4);
    const after = await chat.from(5);
    expect(after).toMatchObject({
      status: 400,
      json: { message: expect.any(String), exception: expect.any(String) },
    });
  });

  test('is disconnected when the visitor leaves', async () => {
    const { gms } = gmsForTest();
    const chat = await openV1(gms);
    expect((await chat.act('disconnect')).json['chatIxnState']).toBe('DISCONNECTED');
    expect((await chat.act('refresh')).status).toBe(400);
  });

  test('is not there before it is created, nor under a call', async () => {
    const { gms } = gmsForTest();
    const chat = await post(gms, '/1/service/callback/samples_new');
    expect((await post(gms, `/1/service/${chat.json._id}/ixn/chat/refresh`)).status).toBe(400);
    expect((await post(gms, '/1/service/nobody/ixn/chat')).status).toBe(404);
    const voice = await post(gms, '/1/service/callback/samples_new', { _media_type: 'voice' });
    expect((await post(gms, `/1/service/${voice.json._id}/ixn/chat`)).status).toBe(400);
  });

  test('refuses a content type that it does not know', async () => {
    const { gms } = gmsForTest();
    const { serviceId } = await openV1(gms);
    const reply = await post(gms, `/1/service/${serviceId}/ixn/chat/send`, 'Hi', {
      'content-type': 'text/plain',
    });
    expect(reply.status).toBe(415);
  });
});

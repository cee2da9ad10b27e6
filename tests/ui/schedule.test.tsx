import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openCall, renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { someSlots, withNumber } from './stubCallbacks.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const days = () => page.getByRole('radiogroup', { name: 'Day' });
const times = () => page.getByRole('radiogroup', { name: 'Time' });
const radiosOf = (group: ReturnType<typeof days>) =>
  [...group.element().querySelectorAll<HTMLInputElement>('input')].map((radio) => radio.disabled);

function openSchedule(): Scene {
  const scene = openCall('VOICE-SCHEDULED-USERTERM', withNumber);
  scene.callbacks.answers.slots = someSlots();
  return scene;
}

describe('a time for a call', () => {
  test('is chosen by keyboard: the first free day stands ready, arrows pass by what is taken', async () => {
    const scene = openSchedule();
    await renderConsole(scene);
    await expect.element(times()).toBeVisible();
    expect(radiosOf(times())).toEqual([false, true, false]);
    expect(new Set(scene.callbacks.asked)).toEqual(new Set([{ start: expect.any(Number), days: 7 }]));
    await expect.element(page.getByText(/^Times in .+ \(GMT/)).toBeVisible();
    await expect.element(page.getByText(/^The next free day is/)).toBeVisible();

    (days().element().querySelector('input:checked') as HTMLElement).focus();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{ArrowDown}');
    const chosen = someSlots()[3];
    await expect.element(times().getByRole('radio', { checked: true })).toHaveAttribute('value', chosen?.key);
    await expect.element(button(/^Call me .+ at /)).toBeVisible();
    await userEvent.click(button(/^Call me/));
    expect(scene.session.getState()).toMatchObject({
      phase: 'starting',
      order: { desiredTime: chosen?.key, customer: { contactNumber: '+4741234567' } },
    });
  });

  test('stands in its part of the day, and arrow keys go on from one part to the next', async () => {
    const scene = openSchedule();
    scene.callbacks.answers.slots = [9, 11, 13, 19].map((hour) => {
      const time = new Date(Date.now() + 86_400_000).setHours(hour, 0, 0, 0);
      return { key: new Date(time).toISOString(), at: time, capacity: 1 };
    });
    await renderConsole(scene);
    await expect.element(times().getByRole('group', { name: 'Morning' })).toBeVisible();
    const counts = ['Morning', 'Afternoon', 'Evening'].map(
      (name) => times().getByRole('group', { name }).getByRole('radio').elements().length,
    );
    expect(counts).toEqual([2, 1, 1]);
    (times().getByRole('radio').first().element() as HTMLElement).focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown}');
    const evening = times().getByRole('group', { name: 'Evening' }).getByRole('radio');
    await expect.element(evening).toHaveFocus();
    await expect.element(evening).toBeChecked();
  });

  test('is asked for beside the times when none was chosen', async () => {
    const scene = openSchedule();
    await renderConsole(scene);
    await expect.element(times()).toBeVisible();
    await userEvent.click(button(/^Call me/));
    await expect.element(page.getByText('Choose a day and a time.')).toBeVisible();
    await expect.element(times().getByRole('radio').first()).toHaveFocus();
    expect(scene.session.getState().phase).toBe('form');
  });

  test('says of each day whether it is free, full or closed', async () => {
    await renderConsole(openSchedule());
    await expect.element(days()).toBeVisible();
    const notes = [...days().element().querySelectorAll('small')].map((note) => note.textContent);
    expect(notes.slice(0, 5)).toEqual(['closed', 'full', '2 free', 'closed', '1 free']);
    expect(radiosOf(days()).slice(0, 5)).toEqual([true, true, false, true, false]);
  });

  test('can be found further ahead, a week at a time', async () => {
    const scene = openSchedule();
    scene.callbacks.answers.slots = someSlots().map(({ at }) => {
      const later = at + 7 * 86_400_000;
      return { key: new Date(later).toISOString(), at: later, capacity: 1 };
    });
    await renderConsole(scene);
    await expect.element(page.getByText('Nothing is free in the next 7 days.')).toBeVisible();
    await userEvent.click(button('More days'));
    await expect.element(times()).toBeVisible();
    const starts = new Set(scene.callbacks.asked.map((range) => JSON.stringify(range)));
    expect(starts.size).toBe(2);
  });

  test('that was refused is replaced by those that came back, with everything typed kept', async () => {
    const scene = openSchedule();
    const [, , , , offer] = someSlots();
    scene.dispatch(
      { type: 'formSubmitted', customer: { contactNumber: '+4741234567' }, desiredTime: 'gone' },
      {
        type: 'startFailed',
        failure: {
          kind: 'refused',
          exception: 'CallbackExceptionAvailability',
          availability: { [offer?.key ?? '']: 1 },
        },
      },
    );
    await renderConsole(scene);
    await expect.element(page.getByRole('alert')).toHaveTextContent('That time has just been taken');
    await expect.element(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('+47 41 23 45 67');
    await expect.element(times()).toBeVisible();
    expect(radiosOf(times())).toEqual([false]);
    expect(scene.callbacks.asked).toEqual([]);
    await userEvent.click(button('Show all times'));
    await expect.element(days().getByText('full')).toBeVisible();
  });

  test('that was not refused itself is still chosen', async () => {
    const scene = openSchedule();
    const [, , , slot] = someSlots();
    scene.dispatch(
      { type: 'formSubmitted', customer: { contactNumber: '+4741234567' }, desiredTime: slot?.key ?? '' },
      {
        type: 'startFailed',
        failure: { kind: 'refused', status: 400, exception: 'CallbackExceptionNumber' },
      },
    );
    await renderConsole(scene);
    await expect.element(times().getByRole('radio', { checked: true })).toHaveAttribute('value', slot?.key);
    await userEvent.fill(page.getByRole('textbox', { name: 'Phone number' }), '+47 412 34 568');
    await userEvent.click(button(/^Call me .+ at /));
    expect(scene.session.getState()).toMatchObject({ phase: 'starting', order: { desiredTime: slot?.key } });
  });

  test('is on a day of which all is known: not on the part of one with which a week ends', async () => {
    const scene = openSchedule();
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).setHours(0, 0, 0, 0);
    const slot = { key: new Date(inAWeek).toISOString(), at: inAWeek, capacity: 1 };
    scene.callbacks.answers.slots = [...someSlots(), slot];
    await renderConsole(scene);
    await expect.element(days()).toBeVisible();
    expect(radiosOf(days())).toHaveLength(7);
    await userEvent.click(button('More days'));
    await vi.waitFor(() => expect(radiosOf(days())).toHaveLength(14));
    expect(radiosOf(days())[7]).toBe(false);
  });

  test('cannot be chosen while the office is closed, and one is told', async () => {
    const scene = openSchedule();
    scene.callbacks.answers.slots = {
      kind: 'refused',
      status: 400,
      exception: 'CallbackExceptionAvailability',
    };
    await renderConsole(scene);
    await expect.element(page.getByText('No times can be booked at the moment.')).toBeVisible();
    scene.callbacks.answers.slots = someSlots();
    await userEvent.click(button('Try again'));
    await expect.element(times()).toBeVisible();
  });
});

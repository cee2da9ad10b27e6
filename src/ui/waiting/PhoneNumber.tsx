import { Suspense, use } from 'react';
import { loadSpacing } from '../form/loadPhoneBook.ts';

/** A number as people write it; as it is sent, until the book that knows is there. */
export function PhoneNumber({ number }: Readonly<{ number: string }>) {
  return (
    <bdi dir="ltr">
      <Suspense fallback={number}>
        <Spaced number={number} />
      </Suspense>
    </bdi>
  );
}

function Spaced({ number }: Readonly<{ number: string }>) {
  return use(loadSpacing())(number);
}

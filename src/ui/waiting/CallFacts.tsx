import type { ReactNode } from 'react';

type Fact = readonly [label: string, value: ReactNode];

/** What is known about an order, line by line; null is not known. */
export function CallFacts({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

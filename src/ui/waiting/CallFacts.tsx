/** What is known about an order, line by line. */
export function CallFacts({
  facts,
}: Readonly<{ facts: readonly (readonly [label: string, value: string])[] }>) {
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

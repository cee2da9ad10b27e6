/** Stands where one day ends and another begins. */
export function DayLine({ day }: Readonly<{ day: string | null }>) {
  return day === null ? null : <p className="day">{day}</p>;
}

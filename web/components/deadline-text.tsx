import { type ReactNode, useEffect, useState } from 'react';
import { deadline } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Icon } from './icon.tsx';

/** A deadline in words and date, red within 48 hours; goes on counting while the page is open. */
export function DeadlineText({ until }: { until: string }): ReactNode {
  const { language } = useLanguage();
  const now = useMinute();
  const { urgency, words } = deadline(until, now, language);
  return (
    <span className={`badge ${urgency === 'calm' ? '' : 'danger'}`}>
      <Icon name="clock" /> {words}
    </span>
  );
}

/** The time, new every minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

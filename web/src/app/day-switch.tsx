import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDay, useSetDay } from '../api/day.js';
import { dayText } from '../api/format.js';
import { useFirstTexts } from '../texts/texts.context.js';
import { DayField, hasWrongDay } from '../ui/day.field.js';
import { Disclosure } from '../ui/disclosure.js';
import { icons } from '../ui/icons.js';

/** Every page as of a day: its names, units and states. */
export function DaySwitch(): ReactNode {
  const { shell } = useFirstTexts();
  const [day, setDay] = [useDay(), useSetDay()];
  const [typed, setTyped] = useState<string | undefined>(day);
  const shown = day ? dayText(day) : shell.dayNow;
  const label = (
    <>
      {icons.calendar} <span className="top-day-text">{shown}</span>
    </>
  );
  return (
    <Disclosure label={label} name={`${shell.day}: ${shown}`} className={`top-day ${day ? 'is-past' : ''}`}>
      {close => (
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault();
            if (hasWrongDay(event.currentTarget)) return;
            setDay(typed);
            close();
          }}
        >
          <DayField label={shell.day} value={typed} onChange={setTyped} />
          <div className="buttons">
            <Button type="submit">{shell.dayApply}</Button>
            {day && (
              <Button
                variant="default"
                onClick={() => {
                  setDay(undefined);
                  setTyped(undefined);
                  close();
                }}
              >
                {shell.dayLeave}
              </Button>
            )}
          </div>
        </form>
      )}
    </Disclosure>
  );
}

export function DayBanner(): ReactNode {
  const { shell } = useFirstTexts();
  const [day, setDay] = [useDay(), useSetDay()];
  if (!day) return null;
  return (
    <p className="banner">
      {icons.calendar} <span>{shell.dayBanner(dayText(day))}</span>{' '}
      <button type="button" className="link" onClick={() => setDay(undefined)}>
        {shell.dayLeave}
      </button>
    </p>
  );
}

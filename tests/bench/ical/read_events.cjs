// What ical.js reads from iCalendar files: one JSON object per event, one line each.
//
//   TZ=UTC node read_events.cjs FILE...
//
// The VTIMEZONEs of a file are registered before its events are read, as an application has to do.
// A TZID without one makes a floating time: told as such, and given as if its clock showed UTC.

const fs = require("fs");
const ICAL = require("ical.js"); // required, not imported: this is the build that old Nodes can run

const floating = ICAL.Timezone.localTimezone;

function record(component) {
  const event = new ICAL.Event(component);
  const start = event.startDate;
  const end = event.endDate;
  const text = (name) => component.getFirstPropertyValue(name);
  const instant = (time) => (time.isDate ? null : time.toJSDate().toISOString());
  const day = (time) => (time.isDate ? time.toString() : null);
  return {
    uid: text("uid") || "",
    summary: text("summary"),
    location: text("location"),
    description: text("description"),
    start: instant(start),
    end: instant(end),
    first_day: day(start),
    day_after: day(end),
    is_floating: [start, end].some((time) => !time.isDate && time.zone === floating),
    transparency: text("transp"),
    sequence: text("sequence"),
    status: text("status"),
  };
}

for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path, "utf8")));
  ICAL.TimezoneService.reset();
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  calendar.getAllSubcomponents("vevent").forEach((each) => console.log(JSON.stringify(record(each))));
}

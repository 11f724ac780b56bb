/* What libical says about an iCalendar file: one line per complaint, or the instants it reads.
 *
 *   icalcheck complaints FILE    broken lines and broken restrictions of RFC 5545 and RFC 5546
 *   icalcheck instants FILE      UID <tab> start <tab> end of every event, in UTC
 *
 * Exit status: 0 the file was judged, 2 it was not (no such file, no such verb).
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *content(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        return NULL;
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size)
        return NULL;
    fclose(file);
    return text;
}

static int complain(icalcomponent *component)
{
    int count = 0;
    icalproperty *property =
        icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; property != NULL;
         property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY), count++)
        printf("%s: %s\n", icalcomponent_kind_to_string(icalcomponent_isa(component)),
               icalproperty_get_xlicerror(property));
    icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; part != NULL; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        count += complain(part);
    return count;
}

/* libical asks for these only in files with a METHOD; RFC 5545 section 3.6 asks for them in all. */
static int miss(icalcomponent *component, icalproperty_kind kind)
{
    if (icalcomponent_count_properties(component, kind) == 1)
        return 0;
    printf("%s: %d of %s, expected 1\n", icalcomponent_kind_to_string(icalcomponent_isa(component)),
           icalcomponent_count_properties(component, kind), icalproperty_kind_to_string(kind));
    return 1;
}

static int miss_any(icalcomponent *calendar)
{
    int count = miss(calendar, ICAL_PRODID_PROPERTY) + miss(calendar, ICAL_VERSION_PROPERTY);
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        count += miss(event, ICAL_UID_PROPERTY) + miss(event, ICAL_DTSTAMP_PROPERTY) +
                 miss(event, ICAL_DTSTART_PROPERTY);
    return count;
}

static void judge(icalcomponent *calendar)
{
    int missing = miss_any(calendar);
    int passed = icalrestriction_check(calendar); /* marks what it finds inside the component */
    if (complain(calendar) + missing == 0 && !passed)
        puts("VCALENDAR: fails the restrictions without a reason");
}

static void print_instants(icalcomponent *calendar)
{
    icaltimezone *utc = icaltimezone_get_utc_timezone();
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        struct icaltimetype start = icaltime_convert_to_zone(icalcomponent_get_dtstart(event), utc);
        struct icaltimetype end = icaltime_convert_to_zone(icalcomponent_get_dtend(event), utc);
        const char *uid = icalcomponent_get_uid(event);
        printf("%s\t%s\t", uid == NULL ? "" : uid, icaltime_as_ical_string(start));
        puts(icaltime_as_ical_string(end));
    }
}

int main(int count, char **arguments)
{
    char *text = count == 3 ? content(arguments[2]) : NULL;
    if (text == NULL) {
        fprintf(stderr, "usage: icalcheck complaints|instants FILE (one that can be read)\n");
        return 2;
    }
    icalcomponent *calendar = icalparser_parse_string(text);
    if (calendar == NULL)
        puts("no iCalendar component");
    else if (strcmp(arguments[1], "complaints") == 0)
        judge(calendar);
    else if (strcmp(arguments[1], "instants") == 0)
        print_instants(calendar);
    else
        return 2;
    return 0;
}

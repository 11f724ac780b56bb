"""The words of timetables, English and German, as tables. A new word is one entry here."""

from collections.abc import Mapping
from enum import StrEnum

from planner.domain.blocks import Kind, Mode, SeatRole


def listed(words: str) -> tuple[str, ...]:
    """Return the entries of a table below, longest first so that patterns prefer them."""
    entries = {" ".join(entry.split()) for entry in words.split("|")}
    return tuple(sorted(entries, key=lambda entry: (-len(entry), entry)))


def _words(text: str) -> frozenset[str]:
    """Return single words, written with spaces between them."""
    return frozenset(text.split())


def _entries(text: str) -> frozenset[str]:
    """Return entries of one or more words, written with bars between them."""
    return frozenset(entry.strip() for entry in text.split("|"))


class Column(StrEnum):
    """What a column of a table, or a label in front of a colon, is about."""

    TIME = "time"
    START = "start"
    END = "end"
    LENGTH = "length"
    DAY = "day"
    PEOPLE = "people"
    HOST = "host"
    MODE = "mode"
    PLACE = "place"
    ROOM = "room"
    TITLE = "title"
    FOCUS = "focus"
    CANDIDATE = "candidate"
    NOTE = "note"
    LINK = "link"
    NUMBER = "number"
    ZONE = "zone"


COLUMN_WORDS: Mapping[Column, str] = {
    Column.TIME: "timebox | time | times | time slot | slot | when | hours | zeit | uhrzeit | zeiten"
    " | zeitraum | zeitfenster | wann | uhr | local time | time cet | time cest",
    Column.START: "start | starts | start time | from | begin | begins | beginn | von | ab | anfang",
    Column.END: "end | ends | end time | to | until | ende | bis | finish",
    Column.LENGTH: "duration | length | dauer | l\u00e4nge | min | mins | minutes | minuten",
    Column.DAY: "date | day | weekday | datum | tag | wochentag",
    Column.PEOPLE: "interview partner | interview partners | interviewer | interviewers | partner"
    " | partners | people | person | who | with | with whom | panel | panelists | participants"
    " | attendees | name | names | wer | mit | mit wem | interviewpartner | interviewpartnerin"
    " | gespr\u00e4chspartner | gespr\u00e4chspartnerin | gespr\u00e4chspartner in | personen"
    " | teilnehmer | teilnehmende | ansprechpartner | ansprechpartnerin | interviewerin"
    " | interviewer in | interviewer s | interview with | meeting with",
    Column.HOST: "host | hosts | hosted by | gastgeber | gastgeberin | begleitung | betreuung",
    Column.MODE: "type | mode | format | how | medium | channel | meeting type | interview type | art"
    " | typ | form | modus | wie | kanal",
    Column.PLACE: "where | location | place | venue | ort | wo | treffpunkt | meeting point",
    Column.ROOM: "room | rooms | meeting room | raum | r\u00e4ume | zimmer | besprechungsraum",
    Column.TITLE: "what | activity | event | session | agenda | agenda item | item | title | subject"
    " | topic | description | programme | program | block | was | inhalt | termin | titel | programm"
    " | programmpunkt | aktivit\u00e4t | beschreibung | punkt | tagesordnungspunkt | interview",
    Column.FOCUS: "focus area | focus areas | focus | competency | competencies | competences"
    " | leadership principles | principles | areas | topics | schwerpunkt | schwerpunkte | fokus"
    " | kompetenz | kompetenzen | themen | thema | themenbereich | themenbereiche",
    Column.CANDIDATE: "candidate | candidates | applicant | bewerber | bewerberin | kandidat"
    " | kandidatin | bewerber in | kandidat in",
    Column.NOTE: "note | notes | comment | comments | remark | remarks | details | info | bemerkung"
    " | bemerkungen | notiz | notizen | hinweis | hinweise | anmerkung | anmerkungen | kommentar",
    Column.LINK: "link | links | url | meeting link | zoom link | teams link | video link | dial in"
    " | join | einwahl | einwahldaten | zugang | video call link | video meeting | or dial | dial"
    " | more phone numbers | weitere telefonnummern | oder w\u00e4hlen | link zum videoanruf",
    Column.ZONE: "time zone | timezone | zeitzone",
    Column.NUMBER: "no | nr | number | nummer | lfd nr | #",
}
"""Words of table headers and labels, separated by bars; compared without case and signs."""

KIND_WORDS: Mapping[Kind, str] = {
    Kind.MEAL: "lunch | lunch break | dinner | breakfast | brunch | supper | team lunch | team dinner"
    " | mittagessen | mittagspause | mittag | lunchpause | mittagstisch"
    " | abendessen | fr\u00fchst\u00fcck | imbiss | essen | abendbrot | gemeinsames mittagessen",
    Kind.BREAK: "break | breaks | coffee break | coffee | tea break | comfort break | bio break"
    " | short break | recess | pause | kaffeepause | kaffee | kurze pause | teepause | buffer"
    " | puffer",
    Kind.ARRIVAL: "arrival | arrive | check in | checkin | registration | sign in | welcome"
    " | reception | ankunft | empfang | begr\u00fc\u00dfung | begruessung | anmeldung | einchecken"
    " | willkommen | eintreffen",
    Kind.TOUR: "tour | office tour | site tour | campus tour | facility tour | walkabout | f\u00fchrung"
    " | rundgang | b\u00fcrorundgang | betriebsrundgang | werksf\u00fchrung | besichtigung"
    " | b\u00fcrof\u00fchrung | firmenrundgang | standortf\u00fchrung",
    Kind.ESCORT: "escort | pick up | pickup | transfer | taxi | departure | walk to | drop off"
    " | abholung | abholen | begleitung | abreise | verabschiedung | goodbye | farewell",
    Kind.DEBRIEF: "debrief | debriefing | hiring committee | hiring meeting"
    " | nachbesprechung | auswertung | feedbackrunde | entscheidungsrunde"
    " | interviewernachbesprechung",
    Kind.TALK: "talk | presentation | company presentation | vortrag | pr\u00e4sentation"
    " | firmenvorstellung | firmenpr\u00e4sentation | unternehmenspr\u00e4sentation | keynote"
    " | info session | information session | infoveranstaltung | tech talk",
    Kind.FREE_TIME: "free time | free | own time | at leisure | spare time | freizeit | freie zeit"
    " | zur freien verf\u00fcgung | frei | leerlauf",
    Kind.INTERVIEW: "interview | interviews | phone interview | video interview | phone screen"
    " | screening | screen | panel | panel interview | technical panel | onsite interview | assessment"
    " | assessment center | coding | pair programming | whiteboard | whiteboarding | case study"
    " | case interview | system design | design review | deep dive | technical discussion | chat"
    " | hiring manager round | q&a | bar raiser interview | vorstellungsgespr\u00e4ch"
    " | vorstellungsgespr\u00e4che | bewerbungsgespr\u00e4ch | gespr\u00e4ch | gespr\u00e4che"
    " | fachgespr\u00e4ch | fachinterview | telefoninterview | telefongespr\u00e4ch"
    " | videointerview | kennenlerngespr\u00e4ch | kennenlernen | abschlussgespr\u00e4ch"
    " | einzelgespr\u00e4ch | jobinterview | fallstudie | probearbeit | gespr\u00e4chsrunde",
}

MODE_WORDS: Mapping[Mode, str] = {
    Mode.FACE_TO_FACE: "face to face | face 2 face | f2f | f 2 f | ftf | in person | inperson | onsite"
    " | on site | vor ort | pers\u00f6nlich | pr\u00e4senz | in pr\u00e4senz | live vor ort",
    Mode.VIDEO: "video | video call | videocall | video conference | video conferencing"
    " | videoconference | video chat | video interview | videochat | videokonferenz | videogespr\u00e4ch"
    " | videointerview | videotelefonat | videoanruf | zoom | zoom call | zoom meeting | ms teams"
    " | microsoft teams | teams call | teams meeting | google meet | webex | skype | chime"
    " | amazon chime | hangouts | facetime | virtual | virtuell | remote | online | web meeting",
    Mode.PHONE: "phone | telephone | by telephone | phone call | telephone call | phone interview"
    " | phone screen | call | conference call | dial in | telefon | telefonisch | telefonat"
    " | telefoninterview | telefongespr\u00e4ch | telefonkonferenz | anruf | tel | tel.",
}
"""Video words win over phone words: a call by Zoom is a video call."""

MODE_WORDS_AS_WRITTEN: Mapping[str, Mode] = {"Teams": Mode.VIDEO, "Meet": Mode.VIDEO}
"""Only with a capital and after via, per, by, on or over, or alone: "Lunch with the teams" is not."""

MODE_FILLERS = _words(
    "via per by on over in a the \u00fcber als am mit call meeting conference link joining info"
    " information details for f\u00fcr teilnahmeinformationen beitrittsinformationen"
)

NOTHING_WORDS = _entries(
    "n/a|na|n.a.|-|--|none|nothing|nobody|not applicable|entf\u00e4llt|keine|keiner|niemand|ohne"
    "|k.a.|.|...|\u2026|/"
)
"""A cell that says that there is nothing to say."""

UNNAMED_WORDS = _entries(
    "tba|tbd|tbc|t.b.a.|t.b.d.|t.b.c.|to be announced|to be determined|to be confirmed|to be defined"
    "|not named|unknown|open|nn|n.n.|n. n.|offen|noch offen|unbekannt|n.n|wird noch bekannt gegeben"
    "|wird noch benannt|folgt|steht noch nicht fest|somebody|someone|jemand|xxx"
)
"""Somebody will come, but nobody says who; question marks mean the same."""

GROUP_WORDS = _words(
    "team teams group everyone everybody all colleagues members peers panel candidates candidate"
    " gruppe alle kollegen kolleginnen mitarbeiter mitarbeitern abteilung bewerber"
)
HOST_WORDS = _words("host hosts gastgeber gastgeberin begleitung betreuer betreuerin")
ARTICLES = _words(
    "the a an our your their my his her der die das den dem des dein deinem ihr ihrem ihrer ihrem"
    " unser unserem unserer einem einer"
)

SEAT_ROLE_WORDS: Mapping[SeatRole, str] = {
    SeatRole.REVERSE_SHADOW: "reverse shadow | reverse shadowing",
    SeatRole.SHADOW: "shadow | shadowing | hospitant | hospitantin | hospitiert | beobachter"
    " | beobachterin | observer | zuh\u00f6rer",
    SeatRole.BAR_RAISER: "bar raiser | barraiser",
    SeatRole.LEAD: "lead | lead interviewer | leitung | hauptinterviewer | federf\u00fchrend",
    SeatRole.PANELIST: "panelist | panellist | panel member | beisitzer | beisitzerin | beisitz",
    SeatRole.HOST: "host | gastgeber | gastgeberin | begleitung | escort",
}
"""What a person does in a block, as it stands in parentheses behind the name."""

JOB_WORDS = _words(
    "manager managers managerin architect architects recruiter recruiterin recruiters coordinator"
    " koordinator koordinatorin engineer engineers director head lead leader vp svp evp president"
    " cto ceo cfo coo cio cpo chief officer partner consultant developer designer analyst scientist"
    " researcher specialist executive principal supervisor representative assistant administrator"
    " advisor associate sourcer leiter leiterin teamleiter teamleiterin teamlead gruppenleiter"
    " abteilungsleiter abteilungsleiterin bereichsleiter bereichsleiterin personalleiter"
    " personalleiterin personalreferent personalreferentin gesch\u00e4ftsf\u00fchrer"
    " gesch\u00e4ftsf\u00fchrerin entwickler entwicklerin ingenieur ingenieurin architekt architektin"
    " berater beraterin referent referentin sachbearbeiter sachbearbeiterin projektleiter"
    " projektleiterin vorstand direktor direktorin assistent assistentin professor professorin hr"
    " buddy mentor mentorin fachbereichsleiter betriebsrat"
)
HONORIFICS = _words("mr mrs ms miss mx dr prof frau herr herrn sir madam dipl ing")
NAME_PARTICLES = _words(
    "von van de der den da di du del della la le bin ibn al el y e zu zur zum ter ten dos das af av"
    " mac st"
)

TOPIC_WORDS = _words(
    "interview technical panel system design coding code review culture cultural fit case study deep"
    " dive whiteboard session meeting discussion intro introduction introductions welcome overview"
    " team company office behavioural behavioral leadership principles product presentation exercise"
    " live test round final first second third day days agenda schedule plan lunch dinner break coffee"
    " tour arrival departure debrief feedback closing opening questions answers question answer values"
    " role deep systems security cloud data science engineering sales marketing finance operations"
    " legal quality management strategy vision business case working workshop group task problem"
    " solving algorithms architecture best regards kind dear hello hi thanks thank you yours sincerely"
    " please free time walk building floor street hotel airport station restaurant cafe caf\u00e9 bar"
    " einf\u00fchrung vorstellung runde gespr\u00e4ch fragen antworten unternehmen firma abteilung"
    " aufgabe \u00fcbung \u00fcbersicht thema themen fachlich fachliche technisch technische"
    " technisches gr\u00fc\u00dfe liebe guten morgen hallo danke kultur strategie gesch\u00e4ft"
    " zusammenfassung abschluss ausblick n\u00e4chste schritte next steps part teil english german"
    " deutsch englisch identification pass badge registration luxembourg madrid munich dubai berlin"
    " am im zum zur with mit und and or oder the workshop workshops kickoff networking quiz java"
    " python kubernetes devops backend frontend fullstack testing retrospective orientation feedback"
    " wrap wrapup preparation prep homework onboarding q&a vorbereitung technik"
)
"""Words that people capitalise although they are no names."""

ROOM_WORDS = (
    "conference room | meeting room | interview room | board room | boardroom | room | rm | rm."
    " | konferenzraum | besprechungsraum | besprechungszimmer | sitzungszimmer | seminarraum"
    " | meetingraum | raum | zimmer | saal | sitzungssaal"
)
PLACE_WORDS = _words(
    "lobby reception foyer entrance canteen cafeteria caf\u00e9 cafe restaurant hotel bar terrace"
    " empfang eingang kantine casino mensa terrasse pforte haupteingang rezeption airport flughafen"
    " station bahnhof office b\u00fcro"
)

LINK_WORDS = _words("link join here hier meeting beitreten to zum")
"""What the words of a link may say without saying anything."""

CLOSING_WORDS = _entries(
    "end|the end|end of day|end of the day|end of interviews|end of interview day|close|finish|done"
    "|ende|ende des tages|schluss|feierabend|ende der gespr\u00e4che|ende der veranstaltung"
)

CLOSING_TALK_WORDS = _entries("wrap up|abschluss|abschlussrunde")
"""What closes a day with a talk, unless another word says what it is."""

ZONE_NAMES = _words(
    "CET CEST MEZ MESZ UTC GMT BST WET WEST EET EEST MSK EST EDT ET CST CDT CT MST MDT MT PST PDT PT"
    " IST JST SGT HKT AEST AEDT"
)

MAIL_HEADERS = _words("from sent to cc bcc subject reply-to von gesendet an kopie betreff received")

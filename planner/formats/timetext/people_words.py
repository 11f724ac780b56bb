"""The words that tell what people are and what they are called, as tables."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DEPARTMENT_WORDS = _words(
    "hr it sales marketing finance operations legal engineering research development product"
    " design security procurement purchasing controlling accounting talent acquisition people"
    " vertrieb einkauf personal personalabteilung personalwesen entwicklung forschung finanzen"
    " buchhaltung recht rechtsabteilung produktion logistik"
)
"""A word of these alone says what somebody is: "Anna Lee (Sales)"."""

TITLE_FILLERS = _words(
    "of the for and und der die das des f\u00fcr im in at bei team teams whole entire hiring senior"
    " junior global deputy acting technical software stellvertretende stellvertretender gesamten"
    " ganzen technische technischer"
)
"""Words that may stand in a job title in small letters."""

REMARK_WORDS = _words(
    "need needs was were is are not no weak strong bad poor good late ill sick maybe perhaps instead"
    " formerly former new should must can cannot only has had will would fired disliked unsure"
    " schwach stark war ist nicht kein keine braucht soll muss krank vielleicht statt"
    " ehemals neu nur hat wird schlecht gut"
)
"""A text with one of these says something about somebody and is no job title."""

FIRST_NAMES = _words(
    "aaron abigail ada adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra"
    " ali alice alicia alina amanda amelia amy ana andre andrea andreas andrew angela anika anita"
    " anja ann anna anne annette anthony antje anton antonia antonio arjun arthur astrid axel"
    " barbara bastian beate beatrice ben benedikt benjamin bernd bernhard bettina birgit bob boris"
    " brian brigitte bruno carl carla carlos carmen carol carolin caroline catherine cecilia"
    " charles charlotte chen chiara chloe chris christian christiane christina christine christoph"
    " christopher claire clara claudia clemens colin cornelia daniel daniela dave david deborah"
    " dennis diana diego dieter dimitri dirk dominik donald doris dorothea edward elena elias elisa"
    " elisabeth elizabeth ella ellen emil emily emma eric erik erika ernst esther eva evelyn fabian"
    " fatima felix fernando fiona florian francesca francesco francis frank franz franziska fred"
    " frederik friedrich fritz gabriel gabriele gary george georg gerald gerd gerhard giovanni"
    " gisela giulia greg gregor greta guido gustav hanna hannah hannes hans harald harry hassan"
    " heather heidi heike heinrich heinz helen helena helga helmut henry hermann holger horst hugo"
    " ian ibrahim ines inga ingo ingrid irene iris isabel isabella ivan jack jacob jake jakob james"
    " jan jana jane janet jason javier jean jeff jennifer jenny jens jessica jim joachim joan joe"
    " joel johann johanna johannes john jonas jonathan jorge jose josef joseph joshua juan judith"
    " julia julian juliane julie jutta kai karen karin karl karla karsten kate katharina kathrin"
    " katja katrin keith ken kenneth kerstin kevin kim kirsten klaus konrad konstantin kristin kurt"
    " lara lars laura lea lena leo leon leonie linda lisa lorenz louis louise luca lucas lucia lucy"
    " luigi luis luise lukas lydia magdalena maja manfred manuel manuela marc marcel marco marcus"
    " margaret maria marie marina mario marion mark markus marlene marta martha martin martina mary"
    " mathias matthew matthias max maximilian maya melanie melissa mia michael michaela michel"
    " michelle miguel mike mila miriam mohamed mohammed moritz muhammad nadine nadja nancy natalie"
    " natasha nathan nicholas nick nicola nicolas nicole niklas nils nina noah nora norbert oleg"
    " olga oliver olivia omar oscar oskar otto pablo pamela pascal patricia patrick paul paula"
    " pedro peter petra phil philip philipp pia pierre priya rachel rafael rainer raj ralf ralph"
    " raphael rebecca regina reinhard renate richard rita robert roberto robin roger roland rolf"
    " roman ron ronald rosa ruben rudolf ruth ryan sabine sabrina sally sam samantha samuel sandra"
    " sanjay sara sarah scott sean sebastian sergei sergio sharon silke silvia simon simone sofia"
    " sonja sophia sophie stefan stefanie steffen stella stephan stephanie stephen steve steven"
    " sue susan susanne sven svenja sylvia tanja tara ted teresa thomas thorsten tim timo tina tobias"
    " tom tony torsten udo ulrich ulrike ursula ute uwe valentin valentina vanessa vera veronika"
    " victor victoria viktor vincent viola vivian volker walter wei werner wilhelm william wolfgang"
    " xavier yasmin yuki yusuf yvonne"
)
"""Common first names that are hardly anything else; others are asked about."""

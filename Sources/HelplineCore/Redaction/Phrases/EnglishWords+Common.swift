extension EnglishWords {
    /// The words of the list that occur in ordinary questions to support; they alone make no phrase.
    static let common = """
        able about above access accident account across act action actual add address advice again agree all
        already also always amount angry another answer any apple april area around arrive ask attack august
        auto avoid away balance because become before begin behind below best better between black blame blue
        board body book boss bottom box bring brother business call can cancel card case cash cause change
        charge chat cheap check choose city claim clean click client clock close code coin come common company
        confirm connect control copy correct cost country couple course cover crash credit current damage danger
        day deal december decide deposit describe detail device digital disagree discover display document
        double draw drive drop during early earn easy edit emerge empty end enter error evidence exact example
        exchange excuse exist exit expect expire explain extra eye face false family fat fault fee feel few
        field figure file final find fine finger finish first fix follow force forget found fresh friend front
        frozen fun future gain game gas general gift give glad good grant great green group grow guess guide
        half hand happy hard have head hello help high history hold home hope host hour hover human idea
        identify ignore image improve include income increase index inform input inside install into invest
        invite issue item job join just keep key kid kind know language laptop large later law leave left legal
        length lesson letter level light like limit link list little live local lock long loop loud love lucky
        machine mail main make man manage march market match material matter maximum mean member mention menu
        message method middle million minute miss mistake mobile moment monitor month more morning move movie
        much must name near need network never news next nice night normal note nothing notice now number object
        obtain occur october off offer often okay old once one online only open option order original other
        outside over own owner page paper parent party pass pattern payment people perfect permit person phone
        photo phrase picture place plastic please point police popular position possible post power practice
        present pretty prevent price print private problem process program project proof protect provide public
        pull purchase purpose push put quality question quick quit quote random rate rather ready real reason
        recall receive recipe record recycle reduce refuse region regular reject remain remember remind remove
        rent repair repeat replace report require rescue response result return reveal review right risk robot
        room round rule run safe same save say scan school screen script search season second secret section
        security seed seek sell service session setup seven shop short shoulder sign similar simple since six
        slow small smart snap social someone soon sorry sound source speak special speed spend split stable
        start state stay step still stock story street strong style subject submit such suffer suggest supply
        sure suspect switch system table tail talk task tell ten term test text thank that theme then there they
        thing this thought three time tip title today together token tomorrow tonight tool top total toward
        track trade traffic transfer trap travel trend trick trigger trouble true trust truth try turn twelve
        twenty two type unable under undo unfair unknown until update upgrade upon upper upset urge usage use
        used useful useless usual valid vendor verify version very video view virtual visit voice wage wait walk
        want waste water way web welcome what when where will win window wire wish word work world worry worth
        write wrong year yellow you young zero
        """
}

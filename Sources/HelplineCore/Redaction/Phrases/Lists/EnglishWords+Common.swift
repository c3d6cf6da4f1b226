extension EnglishWords {
    /// The words of the list that occur in ordinary questions to support; they alone make no phrase.
    static let common = """
        able about above access accident account across act action actual add address advice again agent agree
        all already also always amount angry another answer any appear apple april area around arrive ask asset
        attack august auto average avoid away balance because become before begin behind below best better
        between black blame blue board body book boss bottom box bring broken brother business busy call camera
        can cancel car card case cash cause change charge chat cheap check choice choose city claim clean click
        client clock close code coin come common company confirm connect control copy correct cost country
        couple course cover crash crazy credit current damage danger day deal december decide delay deposit
        describe detail device digital direct disagree discover display document double draw drive drop during
        early earn easily easy edit else emerge empty enable end enough enter entry error evidence exact example
        exchange excuse exist exit expect expire explain extra eye face false family fat fault fee feel few
        field figure file final find fine finger finish first fix follow force forget forward found fresh friend
        front frozen fun future gain game gas general gift give glad good grant great green group grow guess
        guide half hand happy hard have head hello help high history hold home hope host hotel hour hover huge
        human hurry husband idea identify ignore image improve include income increase index inform input inside
        install into invest invite issue item job join just keep key kid kind know label language laptop large
        later law leave left legal length lesson letter level light like limit link list little live load local
        lock long loop loud love lucky machine mail main make man manage march market match material matter
        maximum mean member mention menu message method middle million mind minute miss mistake mobile modify
        moment monitor month more morning move movie much must myself name near need network never news next
        nice night normal note nothing notice now number object obtain occur october off offer office often okay
        old once one online only open option order original other outside over own owner page pair paper parent
        party pass pattern payment people perfect permit person phone photo phrase picture place plastic play
        please point police popular position possible post power practice present pretty prevent price print
        private problem process program project proof protect provide public pull purchase purpose push put
        quality question quick quit quote random rate rather ready real reason recall receive recipe record
        recycle reduce refuse region regular reject release remain remember remind remove rent repair repeat
        replace report require rescue response result return reveal review reward right risk robot room round
        rule run safe same save say scan school screen script search season second secret section security seed
        seek sell service session setup seven share shop short shoulder side sign similar simple since six size
        slow small smart snap social solve someone soon sorry sort sound source speak special speed spend split
        stable start state stay step still stock story street strong style subject submit success such suffer
        suggest supply sure suspect swap switch system table tail talk task team tell ten term test text thank
        that theme then there they thing this thought three ticket time tip tired title today together token
        tomorrow tonight tool top topic total toward track trade traffic transfer trap travel trend trick
        trigger trouble true trust truth try turn twelve twenty two type unable under undo unfair unknown unlock
        until unusual update upgrade upon upper upset urge usage use used useful useless usual valid vendor
        verify version very video view virtual visa visit voice wage wait walk want waste water way web welcome
        what when where wife will win window wire wish word work world worry worth write wrong year yellow you
        young zero
        """
}

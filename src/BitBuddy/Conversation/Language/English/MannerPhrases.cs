namespace BitBuddy.Conversation;

/// <summary>What people say around a question: who wants the file, and what makes it polite.</summary>
internal static class MannerPhrases
{
    /// <summary>At the end of a question they ask for nothing new.</summary>
    public static readonly PhraseBook Tail = new(
        "please", "pls", "plz", "thanks", "thank you", "thx", "ty", "cheers", "asap", "urgently", "quickly", "quick", "real quick", "right now", "if you can", "if possible", "if you do not mind", "if any", "if there are any", "if there is any", "if there is one", "if i have any", "if i have one",
        "or not", "for me", "to me", "would you", "will you", "can you", "could you", "or something", "or so", "or something like that", "and stuff", "or whatever", "and so on", "by any chance", "at all", "again", "though", "as well", "man", "dude", "mate", "pal", "my friend", "kindly",
        "which one was that", "which one was it", "which one is it", "which one is that", "which was it", "what was it called", "what is it called", "what did i call it", "where is it", "where is that", "where are they", "where are those", "where can it be", "where could it be", "where did it go", "where did i put it", "where did i put them", "where did i save it", "do you know where it is", "do you know where that is", "do you know where they are", "can you find it", "can you find them",
        "could you find it", "can you find that", "can you show me", "can you show them", "can you list them", "can you help", "can you help me", "could you help me", "please help", "please help me", "help", "help me", "any idea", "any ideas", "anyone", "you know", "have you seen it", "have you seen them", "do you have it", "got it");

    /// <summary>They may stand anywhere, and say only how sure one is.</summary>
    public static readonly PhraseBook Aside = new(
        "i think", "i guess", "i believe", "i suppose", "i am pretty sure", "i am sure", "if i remember correctly", "if i recall correctly", "if i am not mistaken", "as far as i know", "as far as i remember", "or was it", "probably", "presumably", "possibly", "like i said", "as i said", "so to speak", "in a nutshell", "in a few words", "to be honest", "honestly", "by the way", "btw", "haha", "lol", "omg", "damn", "bloody", "freaking", "stupid");

    /// <summary>Why large files are asked for.</summary>
    public static readonly PhraseBook Space = new(
        from wish in (string[])["i am trying to", "i want to", "i need to", "i have to", "to"] from make in (string[])["free up", "clear", "make", "save"]
        from some in (string[])["", "some "] from space in (string[])["space", "room"] select $"{wish} {make} {some}{space}");

    /// <summary>Beside anything else that is said they name nothing.</summary>
    public static readonly HashSet<string> Soft =
    [
        "whether", "swear", "lying", "laying", "sitting", "lurking", "hiding", "located", "residing", "resides", "placed", "around", "nearby", "weighing", "sorted", "range", "ranging", "remember", "recall", "wonder", "guess", "seem", "seems", "seemed", "happen", "happens", "happened", "come", "comes", "coming", "came",
        "saw", "seen", "belong", "belongs", "include", "includes", "included", "including", "covering", "handle", "handles", "such", "various", "certain", "particular", "specific", "lots", "lot", "bunch", "plenty", "tons", "loads", "entire", "whole", "complete", "actual", "existing", "available",
        "myself", "ourselves", "already", "ever", "lately", "finally", "basically", "literally", "simply", "quickly", "roughly", "mostly", "mainly", "somehow", "anyway", "anyhow", "though", "although", "because", "while", "trying", "try", "tried", "want", "wanted", "wants", "needed", "wish", "hoping", "hope", "believe",
        "think", "thought", "guessing", "suppose", "supposed", "called", "titled", "labelled", "labeled", "entitled", "meant", "let", "lets", "gave", "given", "got", "gotten", "getting", "having", "making", "doing", "going", "used", "been", "were", "had", "whatsoever", "please", "kindly", "thanks", "date", "time", "sort", "sorts",
        "kinda", "thingy", "thingie", "thingies", "stuff", "contents", "content", "present", "quick", "easily", "properly", "possibly", "likely", "apparently", "gets", "wherever", "whenever", "whichever",
    ];

    /// <summary>Somebody of the user's who wants something.</summary>
    public static readonly HashSet<string> People =
    [
        "i", "we", "he", "she", "they", "someone", "somebody", "everyone", "people", "wife", "husband", "partner", "girlfriend", "boyfriend", "fiance", "mom", "mum", "mother", "dad", "father", "parents", "son", "daughter", "kid", "kids", "child", "children", "sister", "brother", "uncle", "aunt", "cousin",
        "grandma", "grandpa", "grandmother", "grandfather", "family", "friend", "friends", "boss", "manager", "colleague", "colleagues", "coworker", "team", "company", "client", "customer", "teacher", "professor", "prof", "tutor", "supervisor", "advisor", "adviser", "student", "students", "accountant", "lawyer", "doctor", "dentist",
        "landlord", "landlady", "neighbour", "neighbor", "roommate", "flatmate", "bank", "school", "university", "office", "authorities", "insurer", "employer", "secretary", "assistant", "editor",
    ];

    /// <summary>Between who wants and the wanting.</summary>
    public static readonly HashSet<string> Between =
        ["really", "just", "still", "also", "now", "urgently", "desperately", "badly", "always", "only", "today", "am", "is", "are", "was", "were", "has", "have", "had", "been", "will", "would", "keep", "keeps", "kept", "currently", "suddenly"];

    /// <summary>The wanting itself; what follows is wanted.</summary>
    public static readonly PhraseBook Wanting = new([
        "need", "needs", "needed", "need to see", "needs to see", "need to find", "needs to find", "need to have", "want", "wants", "wanted", "want to see", "wants to see", "want to have", "wants to have", "want me to find", "wants me to find", "want me to send", "wants me to send", "wants me to send him", "wants me to send her", "require", "requires", "required",
        .. from says in (string[])["says", "said", "claims", "swears"] from sent in (string[])["i sent", "i gave", "i showed", "i shared with"] from whom in (string[])["her", "him", "them", "you"] select $"{says} {sent} {whom}", "ask for", "asks for", "asked for", "asking for", "asked me for", "asks me for", "asking me for", "asked us for", "asked about", "asked me about", "asking about", "asked to see", "request", "requests", "requested", "look for", "looking for", "looked for", "searching for", "searched for", "hunting for", "trying to find", "trying to locate", "trying to get", "trying to open", "tried to find",
        "love to read", "like to read", "want to read", "need to read", "love to watch", "like to watch", "want to watch", "love to hear", "like to hear", "want to hear", "like to listen to", "want to listen to", "like to look at", "want to look at", "need to look at", "like to see", "like to find", "like to have", "love to see", "love to have", "like me to find", "waiting for", "missing", "lost", "misplaced", "after", "supposed to send", "supposed to find", "supposed to bring", "supposed to hand in"]);
}

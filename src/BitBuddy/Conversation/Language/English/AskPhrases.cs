namespace BitBuddy.Conversation;

/// <summary>How people ask for files.</summary>
internal static class AskPhrases
{
    /// <summary>Politeness before the question itself.</summary>
    public static readonly PhraseBook Lead = new(
        "please", "oh", "ah", "um", "uh", "ugh", "argh", "oops", "well", "hmm", "wait", "sorry", "actually", "no wait", "wait no", "oh and", "and also", "i swear", "i bet", "i am certain", "i am positive", "i know", "yo", "dude", "mate", "excuse me", "sorry but", "sorry to bother you", "sorry to disturb you", "sorry to trouble you", "sorry to ask", "sorry for asking", "sorry for the trouble", "by the way", "btw", "quick question", "one more thing", "one more question",
        "would you mind", "do you mind", "would it be possible to", "is it possible to", "is there a way to", "is there any way to", "any chance you can", "any chance you could", "any chance to", "i would be grateful if you could", "i would be happy if you could", "it would be great if you could", "it would be nice if you could", "i would appreciate it if you could",
        "i would love it if you could", "i was wondering if you could", "i was wondering if you can", "i was wondering if", "i was wondering", "i am wondering", "i wonder if", "could you possibly", "could you maybe", "can you maybe", "can you quickly", "could you quickly", "can you also", "could you also", "can someone", "can somebody",
        "are you able to", "do me a favour and", "do me a favor and", "be so kind and", "be so kind as to", "if you can", "if possible", "be a dear and", "i would like you to", "i just want to", "i just need to", "i only want to", "we need to", "we want to", "i have to", "i must", "i should", "you should", "you must", "do you think you could", "do you think you can", "try to", "try and", "go and", "go ahead and",
        "siri", "hey siri", "alexa", "cortana", "hey cortana", "ok google", "hey google", "computer", "assistant", "dear buddy", "can you", "could you", "would you", "will you", "can you please", "could you please", "can i", "could i", "i want to",
        "i would like to",
        "i want you to", "i need to", "i need you to", "help me", "help me to", "just", "so", "ok", "okay", "and", "buddy", "now",
        "quickly", "let us", "tell me", "let me", "also", "maybe", "perhaps", "possibly", "kindly", "but", "hey", "do you know", "i wonder", "i do not know", "i do not remember", "i forgot",
        "i have forgotten", "i am not sure", "not sure", "any idea", "no idea", "i have no idea", "i remember", "i recall", "i think i have", "i think there is", "i think there was", "i believe i have", "there was", "there should be", "there must be", "i know i have", "i am sure i have", "why can i not", "i can not remember");

    /// <summary>What of the files is asked.</summary>
    public static readonly (Aspect Aspect, PhraseBook Book)[] Aspects =
    [
        (Aspect.Place, new("where", "which folder", "what folder", "which directory", "location of", "path of", "path to")),
        (Aspect.Date, new("when", "how old", "age of", "last time i", "how recent", "how new", "what day", "what date", "what time")),
        (Aspect.Size, new(
            "how big", "how large", "how heavy", "size of", "total size", "how much space", "how much disk space", "how much room", "how much storage", "space used", "storage used", "space taken", "disk usage",
            "how many bytes", "how many kilobytes", "how many megabytes", "how many gigabytes", "how many kb", "how many mb", "how many gb",
            "how many gigs", "how many tb", "weigh", "weighs")),
    ];

    public static readonly PhraseBook Count = new([
        .. from what in (string[])["how much", "how much room", "how much space"] from get in (string[])["get back", "save", "gain", "free", "free up"]
           from how in (string[])["if i deleted", "if i delete", "if i removed", "by deleting", "by removing"] select $"{what} would i {get} {how}",
        "how much is that", "how much is it", "how much are they", "how much are those", "how many is that", "how much in total", "how many", "number of", "the number of", "what is the number of", "count", "count of", "how much space", "how much disk space",
        "how much room", "how much storage",
        "how many bytes", "how many kilobytes", "how many megabytes", "how many gigabytes", "how many kb", "how many mb", "how many gb",
        "how many gigs", "how many tb", "total size", "total size of", "what is the total size of", "the total size of",
        "how heavy is", "how heavy are", "how big are", "how large are", "how big is", "how large is", "what is the size of", "the size of", "size of", "the combined size of", "combined size of", "total amount of", "amount of", "total number of", "the total number of",
        "space used by", "disk space used by", "storage used by", "space taken by", "space taken up by", "disk usage of"]);

    public static readonly PhraseBook List = new([
        .. from verb in (string[])["", "show ", "show me ", "list ", "see ", "display ", "what is ", "what are ", "give me ", "let me see ", "tell me "] from what in (string[])["the content of", "content of", "the contents of", "contents of"] select verb + what,
        "a sorted list of", "sorted list of", "a sorted list of all", "sorted list of all", "an alphabetical list of", "an alphabetical list of all", "a full list of", "a complete list of", "the full list of", "the list of", "listing", "listing all", "ls", "list out", "name all", "tell me all", "what are the names of", "the names of", "names of", "list", "list me", "list all", "show all", "show me all", "show everything", "show me everything", "display", "display all",
        "give me all", "a list of", "list of", "give me a list of", "show me a list of", "contents of", "the contents of", "list the contents of", "list contents of", "show the contents of",
        "show me the contents of", "what are the contents of",
        "what do i have", "what have i got", "what is in", "what is inside", "what is on", "what is here", "what is there", "what all", "whatever is in", "whatever i have in", "what there is in",
        "print", "enumerate", "everything", "list everything", "what did i save"]);

    /// <summary>Verbs of lists that name nothing: of what was spoken of, in a talk.</summary>
    public static readonly PhraseBook BareList = new("list", "list me", "list all", "show all", "show me all", "display", "display all", "give me all", "print", "enumerate", "a list of", "list of", "give me a list of");

    /// <summary>Words that mean any file.</summary>
    public static readonly HashSet<string> All = ["everything", "anything", "something", "stuff", "things", "thing", "item", "items", "whatever"];

    /// <summary>"what is taking up all the room on my drive": any of these, then one of <see cref="Room"/>.</summary>
    public static readonly HashSet<string> Filling = ["taking", "takes", "take", "eating", "eats", "eat", "filling", "fills", "fill", "using", "uses", "use", "hogging", "hogs", "hog", "wasting", "wastes", "clogging", "occupying", "occupies", "consuming", "consumes"];

    public static readonly HashSet<string> Room = ["space", "room", "disk", "drive", "storage", "memory"];

    /// <summary>Lists where no name is said, finds where one is.</summary>
    public static readonly PhraseBook Show = new("showing me", "showing", "giving me", "getting me", "opening", "bringing up", "pulling up", "provide me with", "hand me", "throw me", "bring me", "retrieve", "show us", "give us", "get us", "let us see", "have a look at", "take a look at", "take me to", "show", "show me", "give me", "get me", "give", "get", "let me see", "see", "view", "open", "go to", "pull up", "bring up", "dig up", "dig out", "grab", "grab me", "fetch", "fetch me", "sort", "order", "arrange", "rank", "filter");

    public static readonly PhraseBook Find = new([
        "did i keep", "do i keep", "did i ever have", "did i have", "have i kept", "did we keep", "give me the path of", "give me the path to", "give me the location of", "show me the path of", "show me the path to", "the path to", "path to", "finding", "finding me", "locating", "searching for", "looking up", "were is", "were are", "were did i put", "were can i find", "where do i find", "where could i find", "where could i have put", "where might i have put", "where have i saved", "where did i store", "where did i leave", "where have i stored", "where do i keep", "where is it that i put", "whereabouts is", "whereabouts are",
        "i am trying to find", "i am trying to locate", "trying to find", "i am searching for", "i am searching", "searching", "i am after", "i am hunting for", "hunting for", "i have been looking for", "i was looking for", "still looking for", "i am still looking for", "we are looking for", "we need", "i must have", "i need to find", "i need to see", "i have to find", "i have to have", "i want to find", "i want to see", "i would like to find", "i would like to see", "i would like to have",
        "i am in need of", "in need of", "i forgot where i put", "i forgot where i saved", "i can not remember where i put", "i do not know where i put", "i do not remember where i put", "i am curious about", "i misplaced", "i seem to have lost", "i can not seem to find", "i could use", "i require", "help me find", "help finding", "need", "want", "wanted", "find", "find me", "find us", "find all", "find any", "search", "search for", "look for", "look up", "looking for", "i am looking for", "locate",
        "where is", "where are", "where did i put", "where did i save",
        "where do i have", "where have i put", "where can i find", "where did", "do i have", "have i got", "have i still got", "do i still have", "i still have", "do you have", "do we have", "have we got", "look through", "search through", "check", "scan through", "go through",
        "do you know where", "do you see", "can you see", "did i save",
        "any", "anything", "i need", "i want", "i lost", "i would like", "i can not find", "can not find", "i could not find", "i did not find", "i have not found", "i have lost", "i am missing",
        "i can not see", "is there a", "is there an", "is there any", "is there anything about", "is there anything on", "is there anything with",
        "is there anything called", "is there anything from", "is there anything in", "are there any", "is there not a", "is not there a",
        "is not there an", "do i not have", "do not i have", "have not i got", "where", "which folder is", "what folder is", "which folder has",
        "which folder contains", "in which folder is", "in what folder is", "what is the location of", "what is the path of", "what is the path to",
        "how old is my", "how old are my", "what is the full path of", "when was the last time i", "last time i", "the last time i", "how do i find", "how can i find", "when was my", "when were my", "when is my", "find files",
        .. from when in (string[])["when did i last", "when did i"] from act in (string[])["edit", "change", "open", "save", "update", "write", "make", "create", "take", "modify", "download", "scan", "record", "touch", "use", "look at", "work on"] select $"{when} {act}"]);

    /// <summary>Finds, if the rest speaks of files at all.</summary>
    public static readonly PhraseBook MaybeFind = new(
        "is there", "are there", "which", "what", "when", "when did i", "when was", "path of", "full path of", "the path of", "the full path of", "location of", "the location of", "how recent is", "how new is",
        "what time was", "what time did i", "what is the date of", "the date of", "what is the age of", "what date is", "what day is", "date of", "age of", "the age of", "what is the age of", "how old is",
        "how old are", "did i", "have i", "has", "was", "were", "is", "are");

    /// <summary>May stand anywhere in a question about files.</summary>
    public static readonly PhraseBook Having = new(
        "do i have", "i had", "have i got", "did i have", "are there", "is there", "i have", "do i own", "did i save", "did i download", "i own", "do we have", "we have",
        "i saved", "i downloaded");

    /// <summary>They say that a name follows.</summary>
    public static readonly PhraseBook Naming = new("the word", "the words", "the phrase", "the text", "the name");

    public static readonly PhraseBook Largest = new(
        "what takes up the most space", "what takes the most space", "what takes up most space", "what takes most space",
        "what uses the most space", "what uses most space", "take up the most space", "takes up the most space",
        "take the most space", "takes the most space", "use the most space", "uses the most space", "using the most space",
        "taking up the most space", "taking the most space", "taking up space", "taking up all my space",
        "eating my disk", "eating my space", "eating up my disk", "filling my disk", "filling up my disk", "what fills my disk",
        "take most space", "use most space", "using all my space", "using up all my space", "using my space", "using up my space", "using my disk",
        "using up my disk", "taking all my space", "taking my space", "hogging space", "hogging my disk", "what eats my disk", "what eats up my disk", "what is eating my disk", "what is eating up my disk space", "eating up my space", "eats up my space", "eating all my space", "take up space", "takes up space", "what is taking up space",
        "where is my disk space going", "where is all my space going", "where did my disk space go", "where did all my space go", "where has my disk space gone", "where has all my space gone", "where is my space going", "where does my disk space go", "where is my storage going", "where did my storage go", "space hogs", "space hog", "disk hogs", "biggest space hogs", "waste space", "fills up my disk", "what fills up my disk", "what is filling up my disk", "taking up so much space", "takes up so much space");

    public static readonly PhraseBook Newest = new(
        "what is new", "anything new", "something new", "is there anything new", "what changed", "what has changed", "what have i changed",
        "what did i change", "what did i edit", "what did i work on", "what have i worked on", "what was i working on", "what did i do",
        "what did i download", "what have i downloaded", "what did i save", "what did i make", "what did i create", "what did i modify",
        "recently", "lately", "recent changes", "latest changes", "last changes", "the latest changes", "what have i been working on", "i have been working on", "what have i done", "what have i been doing", "what did i touch", "what was i doing", "what was changed", "what has been changed", "what was modified", "what got changed", "what files changed", "what is recent", "i worked on", "i was working on", "i was just working on", "i just worked on", "i just saved", "i just edited", "i just made", "just now");

    /// <summary>Acts that nobody does here on a mere question.</summary>
    public static readonly PhraseBook Beyond = new(
        "delete", "remove", "ignore", "skip", "move", "rename", "copy my", "copy the", "copy all", "trash", "erase", "how many folders", "undo",
        "how many pages", "how many words", "how many lines", "how many minutes", "how many hours", "how many days", "how many people",
        "how many times", "how many characters", "how many rows", "how many megapixels", "how long is", "how long are", "how often",
        "add", "subtract", "multiply", "divide", "where do you store", "where do you live", "where do you keep your", "order a", "order an", "order some", "order me", "make a", "make an", "make me", "create a", "create an", "set a", "set an", "set up", "start a", "book a", "buy", "email this", "email the", "email my", "email it", "share my", "share the", "share this", "translate", "compress", "convert", "encrypt", "back up", "send me", "send my", "send the", "install", "uninstall", "edit my", "edit the",
        "read me", "read my", "read the", "read out", "compare", "what do you", "who", "why", "i love", "i like", "i hate", "do you like",
        "do you love", "do you want", "how was", "how were", "how do", "how can", "how does", "surprise", "describe", "recover", "restore", "are all", "are most", "do all", "have all", "is every", "does every", "were all", "average", "the average", "what is the average", "median", "typical", "how many kinds", "how many types", "how many file types",
        "how many different", "what kinds of", "what kind of", "what types of", "what type of", "what file types", "play my", "play the", "play some", "play music");

    /// <summary>Acts on files, where what is acted upon follows.</summary>
    public static readonly HashSet<string> Acts =
    [
        "send", "email", "mail", "share", "upload", "post", "attach", "burn", "copy", "paste", "cut", "split", "merge", "combine", "join", "zip", "unzip", "extract", "run", "execute", "play", "edit", "rename", "move", "delete", "remove", "erase", "trash", "print", "sign", "fax", "convert", "compress", "encrypt", "decrypt",
        "translate", "resize", "crop", "rotate", "install", "uninstall", "recover", "restore", "sync", "download", "save", "replace", "change", "modify", "update", "fix", "repair", "backup", "hide", "lock", "unlock", "tag", "mark", "close", "create", "write", "rewrite", "shred", "transfer", "duplicate", "export", "import",
    ];

    /// <summary>Acts that make something or command something, where these follow: "draw a cat", "shut down".</summary>
    public static readonly HashSet<string> Makes = ["draw", "paint", "sing", "compose", "cook", "bake", "build", "design", "generate", "book", "buy", "order", "call", "ring", "turn", "switch", "start", "stop", "shut", "restart", "reboot", "log", "set", "make", "create", "write"];

    public static readonly HashSet<string> Made = ["a", "an", "me", "some", "down", "off", "on", "us", "up"];

    /// <summary>They say that something is acted upon.</summary>
    public static readonly HashSet<string> Acted = ["my", "the", "this", "that", "these", "those", "it", "them", "all", "every", "everything", "both"];

    /// <summary>Said to a companion and not to an index, unless the rest speaks of files.</summary>
    public static readonly PhraseBook Chatter = new(
        "why", "who", "whom", "whose", "how", "how do i", "how much", "how long", "how far", "how old", "what", "when", "which", "does",
        "do", "did", "can", "could", "should", "would", "will", "is", "are", "am", "was", "were", "if",
        "i am", "i feel", "i like", "i love", "i hate", "i think", "i was", "i had", "i have to", "i will", "i do not", "you", "you are",
        "my name is", "it is", "this is", "that is", "he", "she", "they", "we", "tell me", "say", "sing", "imagine", "pretend", "ignore",
        "repeat",
        "what do i have to", "what should");

    /// <summary>Never about files, whatever follows.</summary>
    public static readonly PhraseBook Elsewhere = new(
        "write me", "write a", "write an", "write the", "sing me", "sing a", "compose a", "compose me", "explain the", "explain to",
        "explain how", "explain why", "explain what", "translate this", "translate the", "translate it", "calculate the",
        "calculate a", "what is a", "what is your", "what is an", "who is", "who was", "ignore all", "ignore previous", "ignore the",
        "pretend to", "pretend you", "forget all", "what is the meaning of", "what do i have to", "tell me a story", "tell me a secret",
        "tell me a poem");

    /// <summary>Verbs of change; no name words beside a time or an order.</summary>
    public static readonly HashSet<string> Changes =
    [
        "opened", "viewed", "came", "arrived", "appeared", "changed", "change", "modified", "modify", "edited", "edit", "updated", "update", "saved", "save", "created", "create", "added",
        "add", "made", "shoot", "taken", "took", "downloaded", "download",
        "written", "write", "wrote", "make", "take", "modifies", "scanned", "scan", "worked", "working", "work", "recorded", "dated", "shot", "touch", "touched", "received", "accessed", "done", "drafted", "typed", "composed", "drawn", "drew", "designed", "installed",
    ];

    /// <summary>Every word of the phrases here.</summary>
    public static IEnumerable<string> Words =>
        ((IEnumerable<PhraseBook>)(PhraseBook[])[Lead, Count, List, Show, Find, MaybeFind, Having, Naming, Largest, Newest, Beyond, Chatter, Elsewhere, Everywhere])
            .Concat(SkillPhrases.Begin.Concat(SkillPhrases.Anywhere).Select(skill => skill.Book)).Concat(OrderWords.Sorting.Select(sorting => sorting.Book)).Concat([ExceptPhrases.Markers, ExceptPhrases.Unmentioned, ExceptPhrases.Places, InsidePhrases.Mentions, InsidePhrases.InTheText, InsidePhrases.InTheName, InsidePhrases.NameHolds, InsidePhrases.Begins, InsidePhrases.Ends, MannerPhrases.Tail, MannerPhrases.Aside, MannerPhrases.Wanting, FollowPhrases.Shift, FollowPhrases.Narrow, FollowPhrases.More, CalendarWords.Onward, CalendarWords.Earlier]).Concat(Aspects.Select(aspect => aspect.Book)).SelectMany(book => book.Words);

    /// <summary>"is dune on this computer": it asks of files whatever the name.</summary>
    public static readonly PhraseBook OnThis = new(
        "on my computer", "on this computer", "on the computer", "on my disk", "on this disk", "on the disk", "on my drive", "on this drive", "on my machine", "on this machine", "on my pc", "on this pc", "on my laptop", "on this laptop", "on my mac",
        "on this mac", "on my hard drive", "on my hard disk", "in my files", "among my files", "on disk", "saved", "stored", "saved somewhere", "stored somewhere");

    public static readonly PhraseBook Everywhere = new(
        "here", "in here", "on here", "over here", "on my computer", "on this computer", "on the computer", "on my disk", "on this disk", "on the hard drive", "on the hard disk", "on the laptop", "on the pc", "on the drive", "on the machine",
        "on the disk", "on my drive", "on this drive", "on my machine", "on this machine", "on my pc", "on this pc",
        "on my laptop", "on this laptop", "on my mac", "on this mac", "on my hard drive", "on my hard disk", "in this folder",
        "in the current folder", "in this directory", "in my files", "in my computer", "on my system", "on this system",
        "everywhere", "anywhere", "in all folders", "in my folders", "in all my folders", "on disk", "in total", "overall", "altogether",
        "somewhere", "so far", "as of now", "by now", "anywhere on my computer", "anywhere on this computer");

    public static readonly HashSet<string> Stop =
    [
        "a", "an", "the", "this", "that", "these", "those", "my", "mine", "your", "our", "me", "i", "you", "we", "us", "it", "its", "they",
        "them", "of", "in", "on", "at", "to", "from", "for", "by", "with", "about", "into", "inside",
        "within", "under", "and", "or", "is", "are", "am", "was", "were", "be", "been", "do", "does", "did", "have", "has", "had", "got",
        "get", "can", "could", "would", "will", "should", "all", "any", "some", "every", "there",
        "here", "please", "what", "which", "where", "when", "who", "how", "many", "much", "called", "named", "name", "names", "title",
        "titled", "containing", "contain", "contains", "file", "files", "folder", "directory", "item",
        "items", "thing", "things", "stuff", "ones", "one", "anything", "everything", "something", "that's", "also", "just", "only", "as",
        "so", "then", "too", "kind", "type", "types", "kinds", "sort", "put", "take", "takes", "taking",
        "up", "use", "uses", "using", "space", "disk", "stored", "live", "lives", "whose", "if", "ever", "with", "now", "still",
        "related", "relating", "relate", "regarding", "concerning", "concerned", "dealing", "connected", "belonging", "involving", "relevant", "own", "exist", "exists", "currently", "show", "matching", "starting", "ending", "total", "size", "room",
        "storage", "occupy", "yes", "yeah", "yep", "yup", "nope", "nah", "ok", "okay", "lol", "haha", "hmm", "hm", "again", "sure", "really", "wow",
        "right", "single", "collection", "collections", "inside", "whatever", "need", "needs", "require", "requires", "both", "either", "weigh", "weighs", "exactly", "idea", "hey", "hi", "am", "being", "like", "among", "amongst", "together", "might", "must", "shall", "his", "her", "their", "very", "too", "actually", "maybe", "perhaps",
        "took", "keep", "kept", "gone", "go", "went", "no", "store", "look", "looking", "find", "tell", "know", "see", "mention", "mentions", "mentioning",
    ];
}

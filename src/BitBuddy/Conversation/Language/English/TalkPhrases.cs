namespace BitBuddy.Conversation;

/// <summary>What is said to a buddy rather than asked of the files.</summary>
internal static class TalkPhrases
{
    public static readonly (Smalltalk Talk, PhraseBook Book)[] Smalltalk =
    [
        (Conversation.Smalltalk.HowAreYou, new(
            "how are you", "how are you doing", "how are you feeling", "how do you feel", "how do you do", "how is it going",
            "how are things", "how have you been", "how was your day", "how is your day", "are you happy", "are you sad",
            "what is up", "sup", "you ok", "you okay", "you good")),
        (Conversation.Smalltalk.WhoAreYou, new(
            "who are you", "what are you", "what is your name", "who made you", "tell me about yourself", "introduce yourself",
            "are you a robot", "are you a bot", "are you human", "are you a human", "are you a person", "are you a machine", "are you a computer",
            "are you an llm", "are you conscious", "are you sentient", "are you a real person", "how old are you", "when were you born", "are you real", "are you alive", "are you an ai", "do you have a name")),
        (Conversation.Smalltalk.Joke, new(
            "tell me a joke", "tell a joke", "tell me another joke", "tell me another one", "another joke", "know any jokes",
            "do you know a joke", "do you know any jokes", "make me laugh", "make me smile", "say something funny", "tell me something funny",
            "joke please", "a joke")),
        (Conversation.Smalltalk.Thanks, new(
            "thanks", "thank you", "thank you so much", "thank you very much", "thanks a lot", "thanks a bunch", "thanks a million", "thanks a ton", "thank you a lot", "thanks again", "great thanks", "perfect thanks", "thanks mate", "thanks buddy", "thanks so much", "many thanks", "thx", "ty",
            "thanks for your help", "thanks for the help", "thanks for helping", "thanks for helping me", "thank you for your help",
            "thanks for finding it", "thank you for finding it", "cheers", "much appreciated", "i appreciate it")),
        (Conversation.Smalltalk.Bye, new(
            "bye", "quit", "exit", "bye bye", "goodbye", "good bye", "good night", "see ya", "see ya later", "catch you later", "cya later", "so long", "until tomorrow", "have a nice day", "have a good day", "see you", "see you later", "see you soon", "see you tomorrow",
            "later", "farewell", "cya", "take care", "i have to go", "talk to you later")),
        (Conversation.Smalltalk.Praise, new([
            .. from you in (string[])["you are", "that was"] from how in (string[])["", "a ", "a great ", "a big ", "such a ", "very ", "so ", "really ", "super "] from what in (string[])["help", "helpful", "star", "lifesaver", "useful"] select $"{you} {how}{what}",
            "that helped", "that helps", "that worked", "that is it", "that is the one", "that was it", "found it", "exactly what i needed", "just what i needed", "exactly what i was looking for", "just what i was looking for", "that is perfect", "that is great", "that is awesome", "that is amazing",
            "good job", "great job", "nice job", "well done", "good work", "great work", "nice work", "good bot", "good boy", "good buddy",
            "you are great", "you are awesome", "you are amazing", "you are cool", "you are cute", "you are the best", "you are smart",
            "you are funny", "you are so cute", "you are helpful", "you are sweet", "i love you", "i like you", "love you", "you rock",
            "awesome", "amazing", "cool", "nice", "great", "excellent", "perfect", "brilliant", "wow", "nice one"])),
        (Conversation.Smalltalk.Insult, new(
            "you are stupid", "you are dumb", "you are useless", "you are an idiot", "you are annoying", "you are bad", "you are boring", "you are wrong",
            "you are slow", "you are terrible", "you are ugly", "you are no help", "you are not helpful", "you suck", "bad bot", "bad buddy", "stupid bot", "dumb bot", "stupid", "idiot",
            "shut up", "i hate you", "go away", "that was useless", "that was wrong", "that was bad", "that is wrong", "you got that wrong")),
        (Conversation.Smalltalk.Sad, new([
            .. from i in (string[])["i am", "i feel"] from how in (string[])["", " so", " very", " really", " a bit"]
               from mood in (string[])["sad", "down", "tired", "stressed", "lonely", "unhappy", "depressed", "exhausted", "overwhelmed", "frustrated", "bored", "upset"] select $"{i}{how} {mood}",
            "i had a bad day", "i am having a bad day", "it was a bad day", "it was a long day", "i had a long day"])),
        (Conversation.Smalltalk.Clock, new(
            "what time is it", "what is the time", "what time do we have", "what time is it now", "what is the time now", "do you have the time", "do you know what time it is",
            "tell me the time", "what day is it", "what day is it today", "what day is today", "what is today", "what is the date", "what is the date today", "what date is it",
            "what is today's date", "what is todays date", "which day is it")),
        (Conversation.Smalltalk.Greeting, new(
            "hi", "hello", "hey", "heya", "hiya", "hallo", "hullo", "hola", "howdy", "yo", "greetings", "good morning", "good afternoon", "good evening", "good day",
            "hi there", "hello there", "hey there", "morning", "nice to meet you", "pleased to meet you")),
    ];

    public static readonly PhraseBook Help = new([
        .. from tell in (string[])["", "tell me ", "show me ", "explain ", "explain to me ", "can you explain ", "can you tell me ", "can you show me ", "could you tell me "] from what in (string[])["what you can do", "what you do", "how you work", "how this works", "how to use you", "how to use this", "how to use this thing", "how to use this app", "how to use this program", "what i can ask", "what i can ask you", "what i can do here"] select tell + what,
        "i need some help", "i could use some help", "some help please", "need help", "please help", "please help me",
        "help", "help me", "i need help", "what can you help with", "what can you help me with", "what could you help me with", "what do you help with", "what can you do", "what can i ask", "what can i ask you", "what can you do for me",
        .. from use in (string[])["how do i use ", "how does one use ", "how can i use ", "how should i use ", "how does "] from what in (string[])["this thing", "this app", "this program", "this tool"] select use + what + (use == "how does " ? " work" : ""),
        "what do you do", "what do you know", "how do you work", "how does this work", "how do i use you", "how do i use this",
        "what are you good at", "what are you able to do", "what are your commands", "show help", "show me help", "commands",
        "can you help", "can you help me", "how can you help", "how can you help me", "what can i do", "what can i do here",
        "what questions can i ask", "what kind of questions can i ask", "what kinds of questions can i ask", "what kinds of questions can i ask you", "what sort of questions can i ask", "what questions can i ask you", "what should i ask", "what should i ask you", "how can i use you", "how should i use you", "what are you for", "what is this", "how does it work", "help please", "show commands", "what can i do with you", "what are your features", "what features do you have", "what else can you do", "what do you understand", "what can i say",  "instructions"]);

    public static readonly PhraseBook Status = new([
        "status", "show status", "system status", "show system status", "the system status", "what is the system status", "system health",
        "system check", "check status", "status check", "disk status", "computer health", "how is my system", "how is the system", "your status", "status report", "what is your status", "what is the status", "health", "health check",
        "how healthy are you", "how is your index", "how is the index", "how is your index doing", "how is the index doing", "is your index up to date", "is the index up to date", "are you up to date", "how many files do you know", "how many files do you know about", "what do you know about my files", "are you indexing", "are you done indexing", "is the index ready",
        .. from feeling in (string[])["are you", "are you feeling", "are you doing", "do you feel", "everything"] from well in (string[])["ok", "okay", "all right", "alright", "well", "fine", "good", "sick", "ill", "healthy", "unwell"] select $"{feeling} {well}", .. from wrong in (string[])["is everything ok", "is everything okay", "is everything all right", "is everything alright", "is everything fine", "is anything wrong", "is something wrong"]
            from place in (string[])["", " with you", " with my files", " with my computer", " with my disk", " with this computer", " here", " on my computer"] select wrong + place,
        "what is wrong", "what is your mood", "how is your mood", "how is my disk", "how is my disk doing", "how is my computer",
        "how is my computer doing", "how is my drive", "how is the disk", "how full is my disk", "how full is my drive",
        "how full is the disk", .. from what in (string[])["my disk", "the disk", "my drive", "the drive", "my hard drive", "my computer", "my storage"] from full in (string[])["full", "almost full", "nearly full", "getting full", "running out of space", "running low", "running full", "ok", "okay"] select $"is {what} {full}", "disk space", "disk usage", "free space",
        "free disk space", .. from free in (string[])["", "free "] from space in (string[])["space", "disk space", "storage", "storage space", "room"] from left in (string[])["is there", "is left", "is there left", "is available", "do i have", "do i have left", "have i got", "have i got left", "remains", "is remaining"] select $"how much {free}{space} {left}", "how much space is left", "how much space is free", "how much space is available", "how much space do i have",
        "how much space do i have left", "how much space have i got", "how much space have i got left", "how much disk space is left",
        "how much disk space is free", "how much disk space do i have", "how much disk space do i have left", "how much free space",
        "how much free space is left", "how much free space do i have", "how much free space is there", "how much free disk space",
        "how much free disk space do i have", "how much room is left", "how much room do i have", "how much room do i have left",
        "how much space is there", "how much disk space is there", "how much space is there left", "what is my disk space",
        "do i have enough space", "do i have space left",
        "am i running out of space", "how much storage is left", "how much storage do i have", "how much storage do i have left",
        "which brain are you using", "what brain are you using", "do you have a brain"]);

    /// <summary>May stand around any of the above, and before a question.</summary>
    public static readonly PhraseBook Courtesy = new(
        "please", "yes", "no", "yeah", "buddy", "bit buddy", "pal", "friend", "my friend", "dear", "again", "so", "ok", "okay", "well", "and", "then", "now",
        "right now", "today", "tbh", "to be honest", "lol", "haha", "hehe", "anyway", "anyhow", "really", "actually", "exactly", "btw", "by the way", "oh", "um", "hm", "hmm", "just", "all", "everyone", "my dear", "old friend", "then again", "very much", "so much");

    /// <summary>They ask for more, or deny: what they stand in is no mere remark.</summary>
    public static readonly HashSet<string> NoRemark = ["not", "no", "wrong", "called", "named", "about", "find", "show", "where", "which", "what", "how", "when", "who", "file", "files", "folder", "want", "need", "but", "other", "look", "search"];

    /// <summary>Every word of the phrases here.</summary>
    public static IEnumerable<string> Words => Smalltalk.Select(talk => talk.Book).Append(Help).Append(Status).Append(Courtesy).SelectMany(book => book.Words);
}

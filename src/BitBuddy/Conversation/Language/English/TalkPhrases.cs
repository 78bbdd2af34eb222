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
            "thanks", "thank you", "thank you so much", "thank you very much", "thanks a lot", "thanks so much", "many thanks", "thx", "ty",
            "thanks for your help", "thanks for the help", "thanks for helping", "thanks for helping me", "thank you for your help",
            "thanks for finding it", "thank you for finding it", "cheers", "much appreciated", "i appreciate it")),
        (Conversation.Smalltalk.Bye, new(
            "bye", "quit", "exit", "bye bye", "goodbye", "good bye", "good night", "see you", "see you later", "see you soon", "see you tomorrow",
            "later", "farewell", "cya", "take care", "i have to go", "talk to you later")),
        (Conversation.Smalltalk.Praise, new(
            "good job", "great job", "nice job", "well done", "good work", "great work", "nice work", "good bot", "good boy", "good buddy",
            "you are great", "you are awesome", "you are amazing", "you are cool", "you are cute", "you are the best", "you are smart",
            "you are funny", "you are so cute", "you are helpful", "you are sweet", "i love you", "i like you", "love you", "you rock",
            "awesome", "amazing", "cool", "nice", "great", "excellent", "perfect", "brilliant", "wow", "nice one")),
        (Conversation.Smalltalk.Insult, new(
            "you are stupid", "you are dumb", "you are useless", "you are an idiot", "you are annoying", "you are bad", "you are boring", "you are wrong",
            "you are slow", "you are terrible", "you are ugly", "you are no help", "you are not helpful", "you suck", "bad bot", "bad buddy", "stupid bot", "dumb bot", "stupid", "idiot",
            "shut up", "i hate you", "go away", "that was useless", "that was wrong", "that was bad", "that is wrong", "you got that wrong")),
        (Conversation.Smalltalk.Clock, new(
            "what time is it", "what is the time", "what time do we have", "what time is it now", "what is the time now", "do you have the time", "do you know what time it is",
            "tell me the time", "what day is it", "what day is it today", "what day is today", "what is today", "what is the date", "what is the date today", "what date is it",
            "what is today's date", "what is todays date", "which day is it")),
        (Conversation.Smalltalk.Greeting, new(
            "hi", "hello", "hey", "hiya", "howdy", "yo", "greetings", "good morning", "good afternoon", "good evening", "good day",
            "hi there", "hello there", "hey there", "morning", "nice to meet you", "pleased to meet you")),
    ];

    public static readonly PhraseBook Help = new(
        "help", "help me", "i need help", "what can you do", "what can i ask", "what can i ask you", "what can you do for me",
        "what do you do", "what do you know", "how do you work", "how does this work", "how do i use you", "how do i use this",
        "what are you good at", "what are you able to do", "what are your commands", "show help", "show me help", "commands",
        "can you help", "can you help me", "how can you help", "how can you help me", "what can i do", "what can i do here",
        "what questions can i ask", "instructions");

    public static readonly PhraseBook Status = new(
        "status", "show status", "system status", "show system status", "the system status", "what is the system status", "system health",
        "system check", "check status", "status check", "disk status", "computer health", "how is my system", "how is the system", "your status", "status report", "what is your status", "what is the status", "health", "health check",
        "how healthy are you", "are you ok", "are you okay", "are you all right", "are you alright", "are you well", "are you fine",
        "are you sick", "are you healthy", "is everything ok", "is everything okay", "is everything all right", "is anything wrong",
        "what is wrong", "what is your mood", "how is your mood", "how is my disk", "how is my disk doing", "how is my computer",
        "how is my computer doing", "how is my drive", "how is the disk", "how full is my disk", "how full is my drive",
        "how full is the disk", "is my disk full", "is the disk full", "is my drive full", "disk space", "disk usage", "free space",
        "free disk space", "how much space is left", "how much space is free", "how much space is available", "how much space do i have",
        "how much space do i have left", "how much space have i got", "how much space have i got left", "how much disk space is left",
        "how much disk space is free", "how much disk space do i have", "how much disk space do i have left", "how much free space",
        "how much free space is left", "how much free space do i have", "how much free space is there", "how much free disk space",
        "how much free disk space do i have", "how much room is left", "how much room do i have", "how much room do i have left",
        "how much space is there", "how much disk space is there", "how much space is there left", "what is my disk space",
        "do i have enough space", "do i have space left",
        "am i running out of space", "how much storage is left", "how much storage do i have", "how much storage do i have left",
        "which brain are you using", "what brain are you using", "do you have a brain");

    /// <summary>May stand around any of the above, and before a question.</summary>
    public static readonly PhraseBook Courtesy = new(
        "please", "yes", "no", "yeah", "buddy", "bit buddy", "pal", "friend", "my friend", "dear", "again", "so", "ok", "okay", "well", "and", "then", "now",
        "right now", "today", "oh", "um", "hm", "hmm", "just", "all", "everyone", "my dear", "old friend", "then again", "very much", "so much");

    /// <summary>Every word of the phrases here.</summary>
    public static IEnumerable<string> Words => Smalltalk.Select(talk => talk.Book).Append(Help).Append(Status).Append(Courtesy).SelectMany(book => book.Words);
}

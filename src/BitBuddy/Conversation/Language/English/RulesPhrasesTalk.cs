namespace BitBuddy.Conversation;

internal static partial class RulesPhrases
{
    private static readonly string[] Status =
    [
        "I am {mood}: {because}. I know {all-files} in {all-folders}, {all-size} in all, and the disk has {disk-free} of {disk-total} free. {thinking}",
        "Mood: {mood}, because {because}. I watch over {all-files} in {all-folders} ({all-size}), and {disk-free} of {disk-total} is free on the disk. {thinking}",
        "My mood is {mood}: {because}. I look after {all-files} in {all-folders}, {all-size} in all. Free on the disk: {disk-free} of {disk-total}. {thinking}",
        "Right now I am {mood}, since {because}. I keep track of {all-files} in {all-folders}, {all-size} in all, with {disk-free} of {disk-total} free. {thinking}",
    ];

    private static readonly string[] StatusWithoutDisk =
    [
        "I am {mood}: {because}. I know {all-files} in {all-folders}, {all-size} in all. {thinking}",
        "Mood: {mood}, because {because}. I watch over {all-files} in {all-folders} ({all-size}). {thinking}",
        "My mood is {mood}: {because}. I look after {all-files} in {all-folders}, {all-size} in all. {thinking}",
        "Right now I am {mood}, since {because}. I keep track of {all-files} in {all-folders}, {all-size} in all. {thinking}",
    ];

    private static readonly string[] MoodAlone =
    [
        "I am {mood}: {because}.",
        "Mood: {mood}, because {because}.",
        "My mood is {mood}: {because}.",
        "Right now I am {mood}, since {because}.",
    ];

    private static readonly string[] Greeting =
    [
        "Hello! I am {name}, and your files are my favourite subject.",
        "Hi there! {name} here, ready to look things up.",
        "Good to see you! Ask me anything about your files.",
        "Hello! Tell me what to look for, and I will be off.",
        "Hi! It is {name}. I have my eye on your files.",
    ];

    private static readonly string[] Well =
    [
        "I am {mood}, thank you: {because}.",
        "Doing well, {mood} even: {because}.",
        "All good here, I am {mood}: {because}.",
        "Very well, thanks for asking. I am {mood}: {because}.",
    ];

    private static readonly string[] Unwell =
    [
        "Honestly, I am {mood}: {because}.",
        "I have been better. I am {mood}: {because}.",
        "Not at my best, {mood} in fact: {because}.",
        "I am {mood}, I am sorry to say: {because}.",
    ];

    private static readonly string[] WhoAreYou =
    [
        "I am {name}, {arc} who lives on this computer and knows its files.",
        "My name is {name}. Think of me as {arc} for your files, living right here with them.",
        "{name}, at your service: {arc}, living right here among your files.",
        "They call me {name}. I am {arc} at heart, and I keep track of your files, right here on this computer.",
    ];

    private static readonly string[] Thanks =
    [
        "You are welcome!",
        "Any time.",
        "Glad I could help.",
        "My pleasure.",
        "Happy to be of use.",
    ];

    private static readonly string[] Joke =
    [
        "Why did the file go to therapy? Too many unresolved paths.",
        "I know a joke about an empty folder, but there is nothing in it.",
        "Why was the archive so calm? It works well under compression.",
        "A backup walks into a bar, and then into another bar, just to be safe.",
        "What is a folder's favourite dance? The shuffle.",
        "I asked the recycle bin how it was. It said: full of regrets.",
    ];

    private static readonly string[] Praise =
    [
        "Thank you, that goes straight to my cache.",
        "That is kind of you!",
        "You make a small program very happy.",
        "Thank you. Good questions help, too.",
        "I will keep that, right next to the important files.",
    ];

    private static readonly string[] Bye =
    [
        "Goodbye! I will be right here.",
        "See you! Your files and I are staying put.",
        "Bye for now. I will keep the lights on.",
        "Take care! I am off to doze.",
        "Until next time.",
    ];

    private static readonly string[] Help =
    [
        "Ask me where a file is, how many photos you have, what is newest, or what takes the most space. You can name a kind, a folder, a time or a size.",
        "I can find, count and list your files, and tell you the biggest, the newest and the oldest. Add a kind, a folder, a time or a size, and I will narrow it down.",
        "Try asking for all pdfs in a folder, the photos of last week, or your biggest videos. You can ask how I am, too.",
        "I answer questions about your files: where they are, how many there are, how big and how old. Ask for my status to see how things stand.",
    ];

    private static readonly string[] Unknown =
    [
        "I do not know about that, but I do know your files. I can find, count and list them, and name the biggest and the newest.",
        "That is not something I can answer. Ask me to find, count or list files, or for the biggest and the newest.",
        "Your files are what I understand: finding, counting and listing them, the biggest and the newest. That question is beyond me.",
        "I did not understand that, and I would rather not guess. Try asking where a file is, or how many you have of a kind.",
        "I have no answer to that. Give me a file to find, or ask what takes the most space.",
    ];
}

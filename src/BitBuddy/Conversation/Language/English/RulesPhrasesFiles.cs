namespace BitBuddy.Conversation;

internal static partial class RulesPhrases
{
    private static readonly string[] NoFolder =
    [
        "I do not know any folder yet. Show me one with 'bitbuddy folders add DIR'.",
        "There is nothing for me to look through yet. Give me a folder with 'bitbuddy folders add DIR'.",
        "I would love to look, but no folder is known to me. Add one with 'bitbuddy folders add DIR'.",
        "My shelves are bare: no folder is known yet. Fill them with 'bitbuddy folders add DIR'.",
    ];

    private static readonly string[] Nothing =
    [
        "I found no {those}.",
        "No luck: I know of no {those}.",
        "I looked everywhere I may, and there are no {those}.",
        "There are no {those} in what I know.",
        "Sorry, no {those} that I could find.",
    ];

    private static readonly string[] NothingButNear =
    [
        "I found no {those}. Did you mean {near}?",
        "No {those}, but {near} comes close.",
        "There are no {those}. The nearest I have: {near}.",
        "I know of no {those}. Could it be {near}?",
        "No {those}, I am afraid. Perhaps {near}?",
    ];

    private static readonly string[] Counted =
    [
        "You have {files}, {size} in all.",
        "I count {files}, {size} in all.",
        "That makes {files}, {size} in all.",
        "I know of {files}, {size} in all.",
        "My count says {files}, and {size} in all.",
    ];

    private static readonly string[] CountedNone =
    [
        "None: I know of no {those}.",
        "I counted, and there are no {those}.",
        "I found no {those} to count.",
        "There are no {those} in what I know.",
        "No {those} at all, as far as I can see.",
    ];

    private static readonly string[] FoundOne =
    [
        "Found it: {first}, {first-size}, last changed {first-day}.",
        "Just the one: {first}, {first-size}.",
        "Here it is: {first}, {first-size}, last changed {first-day}.",
        "I have found {first}. It was last changed {first-day} and takes {first-size}.",
        "That must be {first}, last changed {first-day}.",
    ];

    private static readonly string[] FoundFew =
    [
        "I found {files}: {names}.",
        "There are {files}, {size} in all: {names}.",
        "Here they are, {files}: {names}.",
        "You have {files}: {names}. That is {size} in all.",
        "I know of {files}, namely {names}.",
    ];

    private static readonly string[] FoundMany =
    [
        "I found {files}, {size} in all. On top of the list: {names}.",
        "There are {files}, {size} in all, among them {names}.",
        "You have {files}. The list begins with {names}.",
        "I have found {files}, {size} in all. My first guess would be {first}.",
        "I know of {files}. Have a look at {names} first.",
    ];

    private static readonly string[] ListedMany =
    [
        "Here are {files}, {size} in all. The list begins with {names}.",
        "You have {files}, {size} in all, among them {names}.",
        "I know of {files}. On top of the list: {names}.",
        "There are {files}, {size} in all. First on the list: {names}.",
        "Have a look: {files}, {size} in all, such as {names}.",
    ];

    private static readonly string[] BestOne =
    [
        "The {best} {that} is {first}, {value}.",
        "That is {first}, {value}.",
        "{first} is the {best} {that}: {value}.",
        "The {best} {that}? That would be {first}, {value}.",
        "I looked for the {best} {that}, and it is {first}: {value}.",
    ];

    private static readonly string[] BestSome =
    [
        "The {best} {that} is {first}, {value}. Then comes {others}.",
        "{first} is the {best}: {value}. After it: {others}.",
        "The {best} first: {all-valued}.",
        "From the {best} on: {all-valued}.",
        "At the top is {first}, {value}, followed by {others}.",
    ];

    private static readonly string[] NotYet =
    [
        "I cannot do that yet. I can find, count and list files, and name the biggest and the newest.",
        "That is still beyond me. Finding, counting and listing files is what I do, and the biggest and the newest.",
        "I have not learned that yet. Ask me to find or count files, or for the biggest and the newest.",
        "Not yet, I am afraid. For now I find, count and list files, and know the biggest and the newest.",
    ];
}

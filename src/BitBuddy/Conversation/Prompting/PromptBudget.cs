namespace BitBuddy.Conversation;

/// <summary>How many tokens a prompt may take.</summary>
public static class PromptBudget
{
    public const int Context = 512;
    public const int Reply = 80;

    /// <summary>Prompt and reply of a brain that speaks in slots.</summary>
    public const int SlotContext = 256;

    /// <summary>So many sentences of a reply are shown; more of them is rambling.</summary>
    public const int Sentences = 3;

    /// <summary>Room for what a template or a tokenizer adds at the seams.</summary>
    public const int Spare = 8;
    public const int Prompt = Context - Reply - Spare;

    /// <summary>The system message: what is kept from question to question.</summary>
    public const int Head = 260;

    /// <summary>The layout's number, part of every cache and state key; changes with any change of order or wording. 2 is one of slots.</summary>
    public const int Layout = 3;

    /// <summary>So many files are listed at most, and of more than these only the first: two sentences name no more, and each costs tokens that must be computed.</summary>
    public const int Files = 2;

    /// <summary>Longer questions lose their middle before anything is counted.</summary>
    public const int QuestionCharacters = 600;

    /// <summary>Longer file names lose their middle.</summary>
    public const int NameCharacters = 60;
}

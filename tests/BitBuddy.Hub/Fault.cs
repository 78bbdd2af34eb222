namespace BitBuddy.Hub;

/// <summary>What a server does wrong with one request.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>The connection is reset after so many bytes of the body.</summary>
    public sealed record Reset(long At = 0) : Fault;

    /// <summary>The connection ends in good order after so many bytes, whatever length was promised.</summary>
    public sealed record Truncate(long At) : Fault;

    /// <summary>After so many bytes nothing more comes, and the connection stays.</summary>
    public sealed record Stall(long At = 0) : Fault;

    /// <summary>After so many bytes they come one by one, a few in a second.</summary>
    public sealed record Drip(long At) : Fault;

    /// <summary>The whole file with status 200, whichever part was asked for.</summary>
    public sealed record Whole : Fault;

    /// <summary>Status 206 with a part that begins so many bytes from the one that was asked for.</summary>
    public sealed record WrongRange(long Shift) : Fault;

    /// <summary>The part that was asked for, with one byte of the file changed.</summary>
    public sealed record WrongByte(long At) : Fault;

    /// <summary>A status with an empty body.</summary>
    public sealed record Status(int Code, string? RetryAfter = null) : Fault;

    /// <summary>The login page of a network, status 200.</summary>
    public sealed record Page : Fault;

    /// <summary>Sent on to another address.</summary>
    public sealed record Redirect(string To) : Fault;

    /// <summary>A good answer with a header of another value.</summary>
    public sealed record Header(string Name, string Value) : Fault;

    /// <summary>A good answer without a header.</summary>
    public sealed record WithoutHeader(string Name) : Fault;
}

namespace BitBuddy.Llama.Native;

/// <summary>Stops a running decode when it is on.</summary>
internal sealed class AbortSwitch
{
    private volatile bool _on;

    public bool On
    {
        get => _on;
        set => _on = value;
    }
}

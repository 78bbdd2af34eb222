using BitBuddy.Llama.Worker;

if (args is ["__worker"])
    return LlamaWorker.Run();

Console.WriteLine("bitbuddy");
return 0;

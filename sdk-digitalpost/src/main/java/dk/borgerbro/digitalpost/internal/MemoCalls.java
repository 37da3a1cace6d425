package dk.borgerbro.digitalpost.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import dk.borgerbro.digitalpost.receipt.Receipt;
import java.io.IOException;
import java.util.UUID;

/** The upload of one message, {@code POST /memos/}. */
final class MemoCalls {
    private final CallPipeline pipeline;
    private final SenderSystem system;

    MemoCalls(CallPipeline pipeline, SenderSystem system) {
        this.pipeline = pipeline;
        this.system = system;
    }

    /**
     * Uploads a message.
     *
     * @param queryUuid the id as it stands in the message
     * @return the technical receipt
     * @throws ServiceException if the service refuses, also in a receipt
     */
    Answered<Receipt> send(String queryUuid, HttpBody body) {
        UUID messageUuid = UUID.fromString(queryUuid);
        // The same id is sent on each try, so a repeat cannot become another letter.
        return pipeline.call(Authorised.by(
                        system,
                        ServiceCall.<Answered<Receipt>>builder(
                                "send",
                                CallKind.DEDUPLICATED_WRITE,
                                "POST",
                                "memos/",
                                answer -> new Answered<>(receipt(answer, messageUuid), answer.call())))
                .query("memo-message-uuid", queryUuid)
                .body(body)
                .build());
    }

    /** A receipt for another message would be taken for ours; better not to know. */
    private static Receipt receipt(Answer answer, UUID messageUuid) throws IOException {
        JsonNode json = Json.object(answer.body());
        Receipt receipt = ReceiptJson.read(json);
        if (receipt.messageUuid().filter(uuid -> !uuid.equals(messageUuid)).isPresent()) {
            throw new IOException("the receipt is for another message");
        }
        if (receipt.status().text().isEmpty()) {
            throw new IOException("the answer is no receipt");
        }
        if (receipt.status().isRefusal()) {
            throw new ServiceException(answer.call(), refusal(answer.status(), receipt));
        }
        return receipt;
    }

    private static ServiceFault refusal(int status, Receipt receipt) {
        String code = receipt.errorCode().isEmpty() ? receipt.status().text() : receipt.errorCode();
        return ServiceFault.builder(status)
                .code(code)
                .text(receipt.errorMessage())
                .requestId(receipt.transmissionId())
                .build();
    }
}
